import { branch, branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { IdentifierDetails } from '../model/index.ts'
import type { IdentifierView } from '../views.ts'
import type { IdentifierType } from '../vocabulary/identifiers.ts'
import { decodeBody } from './body.ts'
import { additionalIdentifier } from './schema/identifier.ts'

/** Reads an identifier; of its type only the id counts, the rest is the provider's to say. */
export function decodeIdentifier(text: string): IdentifierDetails {
  const { additionalIdentifierType, description, value } = decodeBody(
    text,
    'additionalIdentifier',
    additionalIdentifier,
  )
  const { id: type = '' } = additionalIdentifierType
  return { type, ...(description === undefined ? {} : { description }), ...(value === undefined ? {} : { value }) }
}

/** The types there are. */
export function encodeIdentifierTypes(types: readonly IdentifierType[]): string {
  return documentOf(branch('additionalIdentifierTypes', each(types, typeBlock)))
}

export function encodeIdentifiers(identifiers: readonly IdentifierView[]): string {
  return documentOf(branch('additionalIdentifiers', each(identifiers, identifierBlock)))
}

export function encodeIdentifier(identifier: IdentifierView): string {
  return documentOf(identifierBlock(identifier))
}

/** Source: XSD26, additionalIdentifier. */
function identifierBlock({ id, type, details }: IdentifierView): Markup {
  return branchWith(
    'additionalIdentifier',
    { id },
    typeBlock(type),
    leaf('description', details.description),
    leaf('value', details.value),
  )
}

function typeBlock({ id, standardApproved, name, description, group }: IdentifierType): Markup {
  return branchWith('additionalIdentifierType', { id, standardApproved, name, description, group })
}
