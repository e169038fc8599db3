import {
  all,
  boolean,
  int,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
  textWith,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { promptMoments } from '../../model/index.ts'
import { words } from './common.ts'

/** Source: XSD26, customField: what a provider asks of its customers. */
export const customField = all(
  {
    minChars: optional(int),
    maxChars: optional(int),
    description: optional(words(4000)),
    example: optional(words(100)),
    url: optional(words(1000)),
    displayOrder: optional(int),
  },
  {
    name: required(words(100)),
    required: required(boolean),
    validCharacters: required(oneOf(['Any', 'Alphanumeric', 'Numeric'])),
    whenToPrompt: required(oneOf(promptMoments)),
  },
)

/** Source: XSD26, customFieldList: what customers wrote into the fields. */
export const customFieldList = sequence({ customField: repeated(textWith(text(), { name: optional(text()) })) })
