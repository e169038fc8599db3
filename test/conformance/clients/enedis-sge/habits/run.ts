import { goodHabits, type Habits } from '../../../../../conformance/clients/enedis-sge/habits/index.ts'
import type { Operation } from '../../../../../conformance/clients/enedis-sge/kit.ts'
import { openMemory } from '../../../../../conformance/clients/enedis-sge/memory.ts'
import type { Run } from '../../../../../conformance/clients/enedis-sge/run.ts'
import type { Setting, Words } from '../../../../../conformance/clients/enedis-sge/setting.ts'
import type { Answer } from '../../../../../conformance/clients/enedis-sge/wire/answers.ts'

export const habits: Habits = goodHabits
export const usagePoint = '25884515170669'

/** A call that a run made. */
export type Called = { operation: Operation; words: Words }

type Told = {
  setting?: Partial<Setting>
  /** What SGE answers; a thrown refusal is one. */
  answer?: (called: Called) => Partial<Answer>
}

/** A run whose line is this test: it remembers in this process only. */
export function rememberingRun({ setting, answer = () => ({}) }: Told = {}): Run & { called: Called[] } {
  const { memory, save } = openMemory(undefined)
  const called: Called[] = []
  const call = (operation: Operation, words: Words) => {
    called.push({ operation, words })
    return Promise.resolve().then(() => ({ code: 'SGT200', text: '', body: {}, ...answer({ operation, words }) }))
  }
  const own = {
    ...{ login: 'acme@wattproof.example', contract: '1111111', environment: 'production' },
    ...{ now: '2026-10-06T08:00:00.000Z', told: {}, fileKeys: [], certificates: [] },
  }
  const run = {
    habits,
    memory,
    save,
    say: () => undefined,
    line: { call },
    setting: { ...own, ...setting },
    called,
    troubles: 0,
  }
  return run as unknown as Run & { called: Called[] }
}
