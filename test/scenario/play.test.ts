import { expect, test } from 'vitest'
import { play, playOpening, type Stage } from '../../src/scenario/play.ts'
import { ScenarioError, type Scenario, type Step } from '../../src/scenario/scenario.ts'
import { as, ask, story, toyWorld } from '../support/worlds.ts'

const place = { file: 'my.yaml', line: 3, column: 5 }
const people = { people: { ann: {}, bob: { shares: true } } }

const customer = (action: string, as: string): Step => ({
  kind: 'customer',
  provider: 'toyGrid',
  action,
  args: { as },
  place,
})
const client = (words: string): Step => ({ kind: 'client', ask: words, place })
const until = (event: object, within = 'PT0.02S'): Step =>
  ({ kind: 'until', event: { outcome: 'done', ...event }, within, place }) as Step

/** A toy world and a story to play in it. */
async function theatre(steps: Step[], more: Partial<Scenario> = {}) {
  const world = await toyWorld(people)
  const scenario = story({ toyGrid: people }, { steps, ...more })
  const played = () =>
    world.journal
      .step()
      .list()
      .map(({ door, action, outcome }) => `${door} ${action} ${outcome}`)
  const endings = () =>
    world.journal
      .findings('story.ended')
      .list()
      .map(({ says }) => says)
  const stage: Stage = world
  return { world, stage, scenario, played, endings }
}

test('an opening is played up to the first thing the client is asked', async () => {
  const { stage, scenario, played } = await theatre([
    customer('share', 'ann'),
    client('sync'),
    customer('share', 'ann'),
  ])

  const stopped = await playOpening(stage, scenario)

  expect(stopped).toEqual({ stopped: 'at a client step', next: 1 })
  expect(played()).toEqual(['customer toyGrid.share done'])
})

test('a story goes on from where it stopped, and asks the client in its turn', async () => {
  const { world, stage, scenario, played } = await theatre([
    customer('share', 'ann'),
    client('read'),
    customer('stopSharing', 'ann'),
    client('read again'),
  ])
  const answers: [string, number][] = []
  const askClient = async (words: string) => {
    answers.push([words, (await ask(world, 'toyGrid', '/api/count', as('ann'))).status])
  }
  const { next } = await playOpening(stage, scenario)

  const played1 = await play(stage, scenario, { upTo: 'end', from: next, askClient })

  expect(played1).toEqual({ stopped: 'at the end', next: 4 })
  expect(answers).toEqual([
    ['read', 200],
    ['read again', 403],
  ])
  expect(played()).toEqual(['customer toyGrid.share done', 'customer toyGrid.stopSharing done'])
})

test('a client is told what it needs to know, which may be nothing', async () => {
  const told: unknown[] = []
  const history: Step = { kind: 'client', ask: 'history', args: { from: '2026-01-01' }, place }
  const { stage, scenario } = await theatre([client('sync'), history])
  const askClient = (words: string, args: Record<string, unknown>) => Promise.resolve(void told.push([words, args]))

  await play(stage, scenario, { upTo: 'end', askClient })

  expect(told).toEqual([
    ['sync', {}],
    ['history', { from: '2026-01-01' }],
  ])
})

test('what the page refuses is part of the story', async () => {
  const { stage, scenario, played, endings } = await theatre([customer('share', 'bob'), customer('share', 'ann')])

  const { stopped } = await play(stage, scenario, { upTo: 'end' })

  expect(stopped).toBe('at the end')
  expect(played()).toEqual(['customer toyGrid.share refused', 'customer toyGrid.share done'])
  expect(endings()).toEqual([])
})

test('a step made impossible ends the story with a finding', async () => {
  const { stage, scenario, played, endings } = await theatre([
    customer('stopSharing', 'ann'),
    customer('share', 'ann'),
    customer('stopSharing', 'ann'),
  ])

  const { stopped, next } = await play(stage, scenario, { upTo: 'end' })

  expect([stopped, next]).toEqual(['impossible', 0])
  expect(played()).toEqual(['customer toyGrid.stopSharing impossible'])
  expect(endings()).toEqual([
    'Step 1 of test/story became impossible: ann shares nothing. The last 2 steps were not played.',
  ])
})

test('a client that cannot go on ends the story too', async () => {
  const { stage, scenario, endings } = await theatre([client('sync'), customer('share', 'ann')])
  const askClient = () => Promise.resolve({ outcome: 'impossible', says: 'the client crashed.' } as const)

  const { stopped } = await play(stage, scenario, { upTo: 'end', askClient })

  expect(stopped).toBe('impossible')
  expect(endings()).toEqual([
    'Step 1 of test/story became impossible: the client crashed. The last step was not played.',
  ])
})

test('a name nobody has is the mistake of the step that says it', async () => {
  const { stage, scenario } = await theatre([customer('share', 'anne')])

  const error = await play(stage, scenario, { upTo: 'end' }).catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(ScenarioError)
  expect((error as Error).message).toBe('my.yaml:3:5 There is no one named "anne". Did you mean "ann"?')
})

test('time moves where the story says so, and what is due happens on the way', async () => {
  const { world, stage, scenario, played } = await theatre([
    customer('share', 'ann'),
    { kind: 'clock', by: 'PT2H', place },
    { kind: 'clock', by: '2026-03-05T00:00:00Z', place },
  ])

  await play(stage, scenario, { upTo: 'end' })

  expect(world.clock.now()).toBe('2026-03-05T00:00:00.000Z')
  expect(played()).toEqual(['customer toyGrid.share done', 'utility toyGrid.publish done'])
})

test('faults are armed before the first step and where a step says so, and not again when a story goes on', async () => {
  const everywhere = { on: '*', kind: 'empty', times: 'always', after: 0 } as const
  const reads = { on: 'count.read', kind: 'html', times: 1, after: 0 } as const
  const { world, stage, scenario } = await theatre([client('sync'), { kind: 'fault', fault: reads, place }], {
    faults: [everywhere],
  })
  const armed = () => world.faults.list().map(({ on, kind }) => [on, kind])

  const { next } = await playOpening(stage, scenario)
  expect(armed()).toEqual([['*', 'empty']])

  await play(stage, scenario, { upTo: 'end', from: next, askClient: () => Promise.resolve() })
  expect(armed()).toEqual([
    ['*', 'empty'],
    ['count.read', 'html'],
  ])
})

test('a client quicker than the wait for it is not missed', async () => {
  const { world, stage, scenario, endings } = await theatre([client('read'), until({ call: 'count.*' })])
  const askClient = async () => {
    await ask(world, 'toyGrid', '/api/count', as('bob'))
  }

  const { stopped } = await play(stage, scenario, { upTo: 'end', askClient })

  expect([stopped, endings()]).toEqual(['at the end', []])
})

test('an event is waited for while the client is at work', async () => {
  const { world, stage, scenario } = await theatre([customer('share', 'ann'), until({ call: 'count.read' }, 'PT5S')])

  const playing = play(stage, scenario, { upTo: 'end' })
  setImmediate(() => void ask(world, 'toyGrid', '/api/count', as('ann')))

  expect((await playing).stopped).toBe('at the end')
})

test('an event from before the last step does not count, nor one with another outcome', async () => {
  const { world, stage, scenario, endings } = await theatre([
    client('read'),
    customer('share', 'ann'),
    until({ call: 'count.read' }),
  ])
  const askClient = async () => {
    await ask(world, 'toyGrid', '/api/count', as('bob'))
  }
  const early = await play(stage, scenario, { upTo: 'end', askClient })

  const refused = { ...scenario, steps: [client('read'), until({ call: 'count.read', outcome: 'refused' })] }
  const wrong = await play(stage, refused, { upTo: 'end', askClient })

  expect([early.stopped, wrong.stopped]).toEqual(['impossible', 'impossible'])
  expect(endings()).toEqual([
    'Step 3 of test/story became impossible: No call of "count.read" came within PT0.02S.',
    'Step 2 of test/story became impossible: No call of "count.read", refused came within PT0.02S.',
  ])
})

test.each([
  ['a refused call', { call: 'count.read', outcome: 'refused' }],
  ['an act somebody played', { step: 'toyGrid.share' }],
])('a story can wait for %s', async (_, event) => {
  const { world, stage, scenario } = await theatre([client('try'), until(event)])
  const askClient = async () => {
    await ask(world, 'toyGrid', '/api/count', as('ann'))
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })
  }

  expect((await play(stage, scenario, { upTo: 'end', askClient })).stopped).toBe('at the end')
})
