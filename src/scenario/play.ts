import type { FaultSpec } from '../contract/fault.ts'
import type { Finding } from '../contract/effect.ts'
import { UnknownName } from '../contract/refusal.ts'
import type { Journal } from '../ground/journal/index.ts'
import { durationMs } from '../toolbox/calendar.ts'
import { describeEvent, isEvent } from './until.ts'
import { ScenarioError, type Scenario, type Step } from './scenario.ts'

/** What came of a step, as far as the story is concerned. */
export type StepOutcome = { outcome: 'done' | 'refused' } | { outcome: 'impossible'; says: string }

/** What a story needs of a world to be played in it. */
export type Stage = {
  act(
    provider: string,
    door: 'customer' | 'utility',
    action: string,
    args: Record<string, unknown>,
    how: { by: 'scenario' },
  ): Promise<StepOutcome>
  advance(by: string): Promise<unknown>
  faults: { arm(fault: FaultSpec): unknown }
  journal: Pick<Journal, 'lastId' | 'waitFor'>
  note(finding: Finding): void
}

/** How far a story is played, and who is asked when the client has its turn. */
export type PlayOptions = {
  /** `up` stops where the client has its turn; `play` and `check` go to the end. */
  upTo: 'first client step' | 'end'
  /** Asks the client under test for something, with what it needs to know, and answers when it has finished. */
  askClient?: (ask: string, args: Record<string, unknown>) => Promise<StepOutcome | void>
  /** The step to go on from, counted from 0, where a story stopped. Left out: the story begins. */
  from?: number
}

/** Where a story stopped, and the first step that was not played. */
export type Played = { stopped: 'at the end' | 'at a client step' | 'impossible'; next: number }

/**
 * Plays a story in a world. A step the provider's page refuses is part of the story; a step made impossible by
 * what the client did or left undone ends it with a finding, and what comes later is not played.
 */
export async function play(stage: Stage, scenario: Scenario, { upTo, askClient, from }: PlayOptions): Promise<Played> {
  if (from === undefined) for (const fault of scenario.faults) stage.faults.arm(fault)
  let since = stage.journal.lastId
  for (const [index, step] of scenario.steps.entries()) {
    if (index < (from ?? 0)) continue
    if (step.kind === 'client' && upTo === 'first client step') return { stopped: 'at a client step', next: index }
    if (step.kind !== 'until') since = stage.journal.lastId
    const outcome = await playStep(stage, step, { askClient, since })
    if (outcome.outcome !== 'impossible') continue
    stage.note(ended(scenario, index, outcome.says))
    return { stopped: 'impossible', next: index }
  }
  return { stopped: 'at the end', next: scenario.steps.length }
}

/** Plays what comes before the client's first turn: how a sandbox opens. */
export function playOpening(stage: Stage, scenario: Scenario): Promise<Played> {
  return play(stage, scenario, { upTo: 'first client step' })
}

type Turn = { askClient: PlayOptions['askClient']; since: number }

async function playStep(stage: Stage, step: Step, { askClient, since }: Turn): Promise<StepOutcome> {
  switch (step.kind) {
    case 'customer':
    case 'utility':
      return playAct(stage, step)
    case 'client':
      if (askClient === undefined) throw new Error('A story with client steps was played to its end without a client.')
      return (await askClient(step.ask, step.args ?? {})) ?? { outcome: 'done' }
    case 'clock':
      await stage.advance(step.by)
      return { outcome: 'done' }
    case 'fault':
      stage.faults.arm(step.fault)
      return { outcome: 'done' }
    case 'until':
      return waitUntil(stage, step, since)
  }
}

type ActStep = Extract<Step, { kind: 'customer' | 'utility' }>

async function playAct(stage: Stage, { kind, provider, action, args, place }: ActStep): Promise<StepOutcome> {
  try {
    return await stage.act(provider, kind, action, args, { by: 'scenario' })
  } catch (error) {
    if (error instanceof UnknownName) throw new ScenarioError(place, error.message)
    throw error
  }
}

/** Counts what happened since the step before began, so that a client quicker than this wait is not missed. */
async function waitUntil(
  { journal }: Stage,
  step: Extract<Step, { kind: 'until' }>,
  since: number,
): Promise<StepOutcome> {
  const { event, within } = step
  try {
    await journal.waitFor((entry) => isEvent(event, entry), { since, withinMs: durationMs(within) })
    return { outcome: 'done' }
  } catch {
    return { outcome: 'impossible', says: `No ${describeEvent(event)} came within ${within}.` }
  }
}

function ended({ id, steps }: Scenario, index: number, says: string): Finding {
  const left = steps.length - index - 1
  const rest =
    left === 0 ? '' : left === 1 ? ' The last step was not played.' : ` The last ${left} steps were not played.`
  return {
    finding: 'story.ended',
    level: 'warning',
    says: `Step ${index + 1} of ${id} became impossible: ${says}${rest}`,
  }
}
