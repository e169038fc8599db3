import { branch, branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { CustomFieldDetails, FieldValues } from '../model/index.ts'
import type { SeenCustomField } from '../views.ts'
import { decodeBody } from './body.ts'
import { customField as customFieldShape, customFieldList as customFieldListShape } from './schema/custom-field.ts'

/** Reads a question that a provider puts to its customers. */
export function decodeCustomField(text: string): CustomFieldDetails {
  return decodeBody(text, 'customField', customFieldShape)
}

/** Reads what a customer wrote into a provider's fields. */
export function decodeCustomFieldList(text: string): FieldValues {
  const { customField } = decodeBody(text, 'customFieldList', customFieldListShape)
  return Object.fromEntries(customField.map(({ name = '', value }) => [name, value]))
}

export function encodeCustomField({ details }: SeenCustomField): string {
  const { name, required, validCharacters, whenToPrompt } = details
  return documentOf(
    branchWith(
      'customField',
      { name, required, validCharacters, whenToPrompt },
      leaf('minChars', details.minChars),
      leaf('maxChars', details.maxChars),
      leaf('description', details.description),
      leaf('example', details.example),
      leaf('url', details.url),
      leaf('displayOrder', details.displayOrder),
    ),
  )
}

export function encodeCustomFieldList(values: Readonly<FieldValues>): string {
  return documentOf(customFieldListBlock(values))
}

/** Source: XSD26, customFieldList: the name as an attribute, the value as text. */
export function customFieldListBlock(values: Readonly<FieldValues>): Markup {
  return branch(
    'customFieldList',
    each(Object.entries(values), ([name, value]) => leaf('customField', value, { name })),
  )
}
