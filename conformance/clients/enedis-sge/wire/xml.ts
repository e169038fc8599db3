import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { DamagedFile } from '../trouble.ts'
import type { Told } from './told.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributesGroupName: 'attributes',
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  // Files of a month have hundreds of thousands of entities in text, all of them plain.
  processEntities: true,
})

/** A document, read whole or not at all: one that breaks off is damaged, not short. */
export function documentIn(xml: string): Record<string, Told> {
  const problem = XMLValidator.validate(xml)
  if (problem !== true) throw new DamagedFile(`The XML breaks off or is broken: ${problem.err.msg}`)
  const { '?xml': _, ...document } = parser.parse(xml) as Record<string, Told>
  return document
}
