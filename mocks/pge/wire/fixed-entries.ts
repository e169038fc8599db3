import { branch, branchWith, each, type Markup } from '../../../src/toolbox/xml/index.ts'
import { element, entry, espiNamespace, typedElement, type Sheet } from './envelope.ts'

const declared = { 'xmlns:ns0': espiNamespace }

/** How Pacific time is kept; stamped when packaging began, before the rest of its feed. Source: WIRE. */
export function localTimeEntry(sheet: Sheet, { alone = false } = {}): string {
  const content = branchWith(
    'ns0:LocalTimeParameters',
    declared,
    element('dstEndRule', 'B40E2000'),
    element('dstOffset', 3600),
    element('dstStartRule', '360E2000'),
    element('tzOffset', -28_800),
  )
  const { localTimes: up, localTime: self } = sheet.at
  const title = 'DST FOR PACIFIC TIMEZONE'
  return entry({ up, self, title, published: sheet.begunAt, content }, sheet, { alone })
}

/** What the codes of time of use mean: the last entry of every usage feed, of gas too. Source: WIRE, December 2019. */
export function programIdEntry(sheet: Sheet): string {
  const title = 'Time Of Use &amp; Consumption Tier Code Info'
  return entry({ up: sheet.at.programIds, self: `${sheet.at.programIds}/1`, title, content: programIds }, sheet)
}

const timesOfUse = [
  ['SPK', 'Summer Peak'],
  ['SOP', 'Summer Off Peak'],
  ['SPP', 'Summer Partial Peak'],
  ['WPK', 'Winter Peak'],
  ['WPP', 'Winter Partial Peak'],
  ['WOP', 'Winter Off Peak'],
  ['MPK', 'Spring Peak'],
  ['MOP', 'Spring Off Peak'],
  ['MXO', 'Spring Super Off Peak'],
  ['WSO', 'Winter Super Off Peak'],
] as const

const programIds = branchWith(
  'ns0:ProgramIdMappings',
  declared,
  each(timesOfUse, ([name, note]) => mapping(timesOfUse.findIndex(([one]) => one === name) + 1, name, note)),
)

function mapping(code: number, name: string, note: string): Markup {
  return branch(
    'ns0:programIdMapping',
    element('tOUorCPPorConsumptionTier', 'tou'),
    typedElement('code', 'int', code) as Markup,
    typedElement('name', 'string', name) as Markup,
    typedElement('note', 'string', note) as Markup,
  )
}
