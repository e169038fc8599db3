import { expect, test } from 'vitest'
import type { Card } from '../../src/contract/provider.ts'
import { lintText } from '../../src/scenario/lint/index.ts'
import { spelled } from '../../src/scenario/scenario.ts'
import { card, header, sound } from './water-board.ts'

const gasBoard: Card = { ...card, id: 'gas-board' }

async function complaints(text: string, cards: readonly Card[] = [card]): Promise<string[]> {
  const { errors } = await lintText(text, 'my.yaml', { cards, root: '/nowhere' })
  return errors.map(spelled)
}

/** The sound story with one passage spoilt. */
function spoilt(passage: string, by: string): string {
  if (!sound.includes(passage)) throw new Error(`The sound story does not say "${passage}".`)
  return sound.replace(passage, by)
}

test('a sound story becomes data, with what it leaves out filled in', async () => {
  const { scenario, errors, warnings } = await lintText(sound, 'my.yaml', { cards: [card], root: '/nowhere' })

  expect([errors, warnings]).toEqual([[], []])
  expect(scenario).toMatchObject({
    id: 'water-board/shared',
    seed: 'water-board/shared',
    clock: { start: '2026-03-02T14:00:00.000Z', zone: 'America/New_York' },
    faults: [],
    dialect: {},
    limits: {},
    file: 'my.yaml',
  })
  expect(scenario?.steps).toEqual([
    {
      kind: 'customer',
      provider: 'waterBoard',
      action: 'shareProperty',
      args: { as: 'olive', property: 'tower', access: 'Read Write', meters: { power: 'Read' } },
      place: { file: 'my.yaml', line: 14, column: 5 },
    },
    { kind: 'client', ask: 'sync', place: { file: 'my.yaml', line: 16, column: 5 } },
    { kind: 'clock', by: 'PT1H', place: { file: 'my.yaml', line: 17, column: 5 } },
  ])
})

test('what a client needs to know is handed on as it stands', async () => {
  const text = spoilt('client: sync', "client: history\n    with: { usagePoint: '07151808919109', days: [2, 3] }")

  const { scenario } = await lintText(text, 'my.yaml', { cards: [card], root: '/nowhere' })

  expect(scenario?.steps[1]).toMatchObject({
    kind: 'client',
    ask: 'history',
    args: { usagePoint: '07151808919109', days: [2, 3] },
  })
})

test.each([
  // The file's own words.
  ['title:', '»titel:', 'Unknown word "titel". Did you mean "title"?'],
  ['title: An owner shares a property', 'title:»', '"title" takes text, not nothing.'],
  ['Nowhere', '»" "', '"source" is empty. Write a few words.'],
  ['Nowhere', '»12', '"source" takes text, not 12. Put it in quotes.'],
  [
    '2026-03-02T09:00:00-05:00',
    '»2026-03-02',
    '"start" is not an instant: write 2026-03-02T09:00:00-05:00, or end it with Z.',
  ],
  ['America/New_York', '»Mars', '"zone" is not a time zone: write a name such as America/New_York.'],
  ['water-board/shared', '»Water', '"id" takes small letters, digits, dashes and slashes: provider/what-has-happened.'],
  // What is given.
  ['waterBoard:\n', '»waterBord:\n', 'Unknown provider "waterBord". Did you mean "waterBoard"?'],
  ['username', '»usernme', 'Unknown word "usernme". Did you mean "username"?'],
  ['connected: true', 'connected: »yes', '"connected" takes true or false, not the text "yes".'],
  ['{ connected: true }', '»[ connected ]', '"mason" takes words with values, not a list.'],
  ['{ username: acme }', '»acme', '"you" takes words with values, not the text "acme".'],
  ['type: Electric', 'type: »Electrc', 'Unknown value "Electrc" for "type". Did you mean "Electric"?'],
  ['owner: olive', 'owner: »oliv', 'No account is named "oliv". Did you mean "olive"?'],
  ['tower: { owner: olive,', '»tower: {', '"owner" is missing in "tower".'],
  ['owner: olive', 'owner: olive, contact: { »emial: x }', 'Unknown word "emial". Did you mean "email"?'],
  ['owner: olive', 'owner: olive, »contact: { phone: x }', '"email" is missing in "contact".'],
  ['owner: olive', 'owner: olive, contact: »3', '"contact" takes text or words with values, not 3. Put it in quotes.'],
  ['owner: olive', 'owner: olive, contact: »me', '"contact" must be an e-mail address, not the text "me".'],
  // Steps.
  ['customer:', '»custmer:', 'Unknown step "custmer". Did you mean "customer"?'],
  [
    'client: sync',
    '»sync',
    'A step is a word with a value, such as "client: sync". Step words: customer, utility, client, clock, fault, until.',
  ],
  ['client: sync', 'client: sync\n    »clock: P1D', 'A step does one thing. Make "clock" a step of its own.'],
  ['client: sync', 'client: sync\n    »within: PT1S', 'Unknown word "within". Did you mean "with"?'],
  ['client: sync', 'client: sync\n    with: »now', '"with" takes words with values, not the text "now".'],
  [
    'waterBoard.shareProperty',
    '»waterBoard.shareProprety',
    'Unknown customer action "waterBoard.shareProprety". Did you mean "waterBoard.shareProperty"?',
  ],
  [
    'waterBoard.shareProperty',
    '»shareProperty',
    'Unknown customer action "shareProperty". Did you mean "waterBoard.shareProperty"?',
  ],
  [
    'waterBoard.shareProperty',
    '»waterBoard.frobnicate',
    'Unknown customer action "waterBoard.frobnicate". Known: waterBoard.shareProperty, waterBoard.addMeter.',
  ],
  [
    'waterBoard.shareProperty',
    '»waterBoard.readMeters',
    '"readMeters" is a utility action. Write "utility: waterBoard.readMeters".',
  ],
  ['waterBoard.shareProperty', '»water.shareProperty', 'Unknown provider "water". Known: waterBoard.'],
  ['with: { as: olive,', 'with: { as: »oliv,', 'No account is named "oliv". Did you mean "olive"?'],
  ['with: { as: olive,', '»with: {', '"as" is missing in "with".'],
  ['access: Read Write', '»acces: Read Write', 'Unknown word "acces". Did you mean "access"?'],
  ['access: Read Write', 'access: »Read-Write', 'Unknown value "Read-Write" for "access". Did you mean "Read Write"?'],
  ['{ power: Read }', '{ »powr: Read }', 'No meter is named "powr". Did you mean "power"?'],
  ['{ power: Read }', '{ »gas: Read }', 'meter `gas` is not declared on property `tower`.'],
  ['PT1H', '»tomorrow', '"clock" is neither a duration such as PT1H nor an instant such as 2026-03-02T09:00:00-05:00.'],
  [
    'PT1H',
    '»2026-04-31T00:00:00Z',
    '"clock" is neither a duration such as PT1H nor an instant such as 2026-03-02T09:00:00-05:00.',
  ],
  ['PT1H', '»2026-03-01T00:00:00Z', 'Time does not go back: it is 2026-03-02T14:00:00.000Z by then.'],
  ['clock: PT1H', 'until: { »cal: connection.answer }', 'Unknown word "cal". Did you mean "call"?'],
  ['clock: PT1H', 'until: »{}', 'An "until" waits for one event: write one of call, step, notice.'],
  [
    'clock: PT1H',
    'until: { call: »connection.anser }',
    'No endpoint is named "connection.anser". Did you mean "connection.answer"?',
  ],
  [
    'clock: PT1H',
    'until: { step: »waterBoard.addMetre }',
    'Unknown action "waterBoard.addMetre". Did you mean "waterBoard.addMeter"?',
  ],
  [
    'clock: PT1H',
    'until: { call: "*" }\n    within: »P1D',
    '"within" is not a duration in hours, minutes and seconds, such as PT2.5S.',
  ],
  // Faults, in a step and from the start.
  [
    'clock: PT1H',
    'fault: { on: »meterShares.*, kind: empty }',
    'No endpoint is named "meterShares.*". Did you mean "meterShare.*"?',
  ],
  [
    'clock: PT1H',
    'fault: { on: "*", kind: refusal, refusal: »throtled }',
    'waterBoard has no refusal "throtled". Did you mean "throttled"?',
  ],
  ['clock: PT1H', 'fault: { on: "*", kind: empty }\n    »times: 3', 'Unknown word "times". Known: fault.'],
  [
    'steps:',
    'faults: [{ on: "*", kind: »trunkate }]\nsteps:',
    'Unknown value "trunkate" for "kind". Did you mean "truncate"?',
  ],
  ['steps:', 'faults: [»{ on: "*", kind: delay }]\nsteps:', 'A fault of kind delay needs "delay".'],
  [
    'steps:',
    'faults: [{ on: "*", kind: drop, at: »3 }]\nsteps:',
    'A fault of kind drop has no "at": it belongs to truncate, truncated.',
  ],
  [
    'steps:',
    'faults: [{ on: "*", kind: drop, provider: »waterbord }]\nsteps:',
    'Unknown provider "waterbord". Did you mean "waterBoard"?',
  ],
  // Settings.
  ['steps:', 'dialect: »od\nsteps:', 'waterBoard has no preset "od". Did you mean "odd"?'],
  [
    'steps:',
    'dialect: { waterBoard: { »noticeOrdr: newest } }\nsteps:',
    'waterBoard has no switch "noticeOrdr". Did you mean "noticeOrder"?',
  ],
  [
    'steps:',
    'dialect: { waterBoard: { switches: { noticeOrder: »latest } } }\nsteps:',
    'Switch noticeOrder has no value "latest": choose one of oldest, newest.',
  ],
  ['steps:', 'dialect: { »waterBord: odd }\nsteps:', 'Unknown provider "waterBord". Did you mean "waterBoard"?'],
  [
    'steps:',
    'limits: { waterBoard: { »request: enforce } }\nsteps:',
    'waterBoard has no limit "request". Did you mean "requests"?',
  ],
  [
    'steps:',
    'limits: { waterBoard: { requests: »enforced } }\nsteps:',
    'Unknown value "enforced" for "requests". Did you mean "enforce"?',
  ],
  [
    'steps:',
    'limits: { waterBoard: { requests: { allowance: »-1 } } }\nsteps:',
    '"allowance" must be at least 0, not -1.',
  ],
])('where %j was, %j is pointed at with a remedy', async (passage, by, says) => {
  const text = spoilt(passage, by)
  const before = text.slice(0, text.indexOf('»')).split('\n')
  const place = `my.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`

  expect(await complaints(text.replace('»', ''))).toEqual([`${place} ${says}`])
})

test('a word that is missing altogether is missed where the file begins', async () => {
  expect(await complaints(spoilt('source: Nowhere\n', ''))).toEqual(['my.yaml:1:1 "source" is missing.'])
})

test('everything wrong is told at once, in the order of the file', async () => {
  const text = sound
    .replace('title:', 'titel:')
    .replace('owner: olive', 'owner: oliv')
    .replace('clock: PT1H', 'clock: soon')

  const told = await complaints(text)

  expect(told.map((line) => line.replace(/ .*/, ''))).toEqual(['my.yaml:3:1', 'my.yaml:11:23', 'my.yaml:17:12'])
})

test('a name that a step gives is known from the next step on', async () => {
  const adds = '- customer: waterBoard.addMeter\n    with: { as: olive, property: tower, meter: roof }'
  const shares =
    '- customer: waterBoard.shareProperty\n    with: { as: olive, property: tower, access: Read, meters: { roof: Read, tower.roof: Read } }'

  expect(await complaints(spoilt('- client: sync', `${adds}\n  ${shares}`))).toEqual([])
  expect(await complaints(spoilt('- client: sync', `${shares}\n  ${adds}`))).toEqual([
    'my.yaml:17:65 No meter is named "roof" yet: a later step names it. Move that step up.',
    expect.stringContaining('No meter is named "tower.roof" yet'),
  ])
})

test('a provider that is not given plays no part', async () => {
  const text = spoilt('waterBoard.shareProperty', 'gasBoard.shareProperty')

  expect(await complaints(text, [card, gasBoard])).toEqual([
    'my.yaml:14:15 gasBoard plays no part in this story. Write "gasBoard: {}" under "given".',
  ])
})

test('with several providers a preset and a fault say whose they are', async () => {
  const both = spoilt('waterBoard:\n', 'gasBoard: {}\n  waterBoard:\n')
  const text = both.replace(
    'steps:',
    'dialect: odd\nfaults:\n  - { on: connection.answer, kind: empty }\n  - { on: "*", kind: empty }\nsteps:',
  )

  expect(await complaints(text, [card, gasBoard])).toEqual([
    'my.yaml:14:10 Several providers are given. Say whose: { gasBoard: odd }.',
    'my.yaml:16:5 Several providers are given. Say whose with "provider", one of gasBoard, waterBoard.',
  ])
})

test('the only provider is filled in where a fault leaves it out', async () => {
  const text = spoilt('steps:', 'faults: [{ on: meterShare.*, kind: refusal, refusal: throttled, times: 3 }]\nsteps:')

  const { scenario } = await lintText(text, 'my.yaml', { cards: [card], root: '/nowhere' })

  expect(scenario?.faults).toEqual([
    { on: 'meterShare.*', provider: 'waterBoard', kind: 'refusal', refusal: 'throttled', times: 3, after: 0 },
  ])
})

test.each([
  ['odd', { preset: 'odd', switches: {} }],
  ['{ waterBoard: odd }', { preset: 'odd', switches: {} }],
  ['{ waterBoard: { preset: odd, emptyBody: blank } }', { preset: 'odd', switches: { emptyBody: 'blank' } }],
  ['{ waterBoard: { switches: { emptyBody: blank } } }', { switches: { emptyBody: 'blank' } }],
])('reads the dialect %s', async (dialect, expected) => {
  const { scenario } = await lintText(spoilt('steps:', `dialect: ${dialect}\nsteps:`), 'my.yaml', {
    cards: [card],
    root: '/nowhere',
  })

  expect(scenario?.dialect).toEqual({ waterBoard: expected })
})

test('a limit may be set by its mode alone', async () => {
  const limits = (setting: string) => spoilt('steps:', `limits: { waterBoard: { requests: ${setting} } }\nsteps:`)
  const read = async (setting: string) =>
    (await lintText(limits(setting), 'my.yaml', { cards: [card], root: '/nowhere' })).scenario?.limits

  expect(await read('enforce')).toEqual({ waterBoard: { requests: { mode: 'enforce' } } })
  expect(await read('{ window: PT1M, allowance: 5 }')).toEqual({
    waterBoard: { requests: { window: 'PT1M', allowance: 5 } },
  })
})

test('a story of more than ten steps and one without a schema for editors are warned of, and play', async () => {
  const long = `${sound.replace(`${header}\n`, '')}${'  - client: sync\n'.repeat(8)}`

  const { scenario, warnings } = await lintText(long, 'tales/my.yaml', { cards: [card], root: '.' })

  expect(scenario?.steps).toHaveLength(11)
  expect(warnings.map(spelled)).toEqual([
    'tales/my.yaml:1:1 Editors complete and check this file if it begins with "# yaml-language-server: $schema=../scenarios/scenario.schema.json".',
    'tales/my.yaml:24:5 11 steps: a story of more than ten is hard to follow. Tell two.',
  ])
})

test('a list of what a client is asked may be long', async () => {
  const list = sound.replace(/steps:[^]*/, `steps:\n${'  - client: sync\n'.repeat(12)}`)

  const { warnings } = await lintText(list, 'tales/my.yaml', { cards: [card], root: '.' })

  expect(warnings.map(spelled).filter((one) => one.includes('hard to follow'))).toEqual([])
})

test('a story in which nobody plays is told who could', async () => {
  const text = sound.replace(/given:[^]*/, 'given: {}\n')

  expect(await complaints(text, [card, gasBoard])).toEqual([
    'my.yaml:6:8 "given" names no provider. Known: waterBoard, gasBoard.',
  ])
})

test('a file that holds no words at all is told what it needs', async () => {
  expect(await complaints('')).toEqual(
    ['id', 'title', 'source', 'clock', 'given'].map((word) => `my.yaml:1:1 "${word}" is missing.`),
  )
  expect(await complaints('- client: sync\n')).toEqual(['my.yaml:1:1 This takes words with values, not a list.'])
})
