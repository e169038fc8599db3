import { expect, test } from 'vitest'
import { explainScenario } from '../../src/scenario/explain.ts'
import { lintText } from '../../src/scenario/lint/index.ts'
import { card, sound } from './water-board.ts'

async function explained(text: string): Promise<string> {
  const { scenario, errors } = await lintText(text, 'my.yaml', { cards: [card], root: '/nowhere' })
  if (scenario === undefined) throw new Error(errors.map(({ says }) => says).join('\n'))
  return explainScenario(scenario, [card])
}

test('tells what is given, what differs, what happens when, and where the client has its turn', async () => {
  const text = `${sound.replace(
    'steps:',
    `dialect: { waterBoard: { preset: odd, emptyBody: blank } }
limits: { waterBoard: { requests: { mode: enforce, allowance: 5 } } }
faults:
  - { on: meterShare.*, kind: delay, delay: PT2S, times: 3, after: 1 }
steps:`,
  )}  - clock: P14D
  - utility: waterBoard.readMeters
  - fault: { on: "*", kind: reset, loses: answer, times: always, chance: 0.5 }
  - until: { call: connection.answer }
    within: PT5S
`

  expect(await explained(text)).toBe(`water-board/shared
An owner shares a property
Source: Nowhere

It is Mon 2026-03-02 09:00 (America/New_York) when the story begins.

waterBoard begins with:
  account: you, olive, mason
  property: tower, annex
  meter: power, gas

waterBoard answers differently from the default (preset odd):
  noticeOrder: newest instead of oldest. Which notice is first?
  emptyBody: blank instead of none. What is an empty answer?
waterBoard limit requests: mode enforce, allowance 5.

From the start, the next 3 calls (1 let through first) of meterShare.* (waterBoard): the answer comes later (PT2S).

 1. Mon 2026-03-02 09:00  customer: olive shares a property with you.
      waterBoard.shareProperty with as olive, property tower, access Read Write, meters { power Read }
    --- up, npm start and startSandbox play to here; play and check go on ---
 2. Mon 2026-03-02 09:00  client: the client under test is asked to "sync".
 3. Mon 2026-03-02 09:00  clock: time moves on to Mon 2026-03-02 10:00, and what is due on the way happens.
 4. Mon 2026-03-02 10:00  clock: time moves on to Mon 2026-03-16 10:00, and what is due on the way happens.
 5. Mon 2026-03-16 10:00  utility: the provider reads the meters.
      waterBoard.readMeters
 6. Mon 2026-03-16 10:00  fault: from now on, every call of * (waterBoard), each with a chance of 0.5: the connection is reset (the answer is lost).
 7. Mon 2026-03-16 10:00  until: the story waits for a call of "connection.answer", at most PT5S of real time.
`)
})

test('a story without steps says that the world is yours', async () => {
  expect(await explained(sound.replace(/steps:[^]*/, ''))).toContain('Nothing happens by itself: the world is yours.')
})

test('a story without the client is played whole when it opens', async () => {
  const text = sound.replace('  - client: sync\n', '')

  expect(await explained(text)).toContain('--- up, npm start and startSandbox play all of it ---')
})

test('what the client is told stands below what it is asked', async () => {
  const text = sound.replace('- client: sync', '- client: history\n    with: { from: 2026-01-01 }')

  expect(await explained(text)).toContain('asked to "history".\n      with from 2026-01-01\n')
})
