import type { Operation } from '../../../conformance/clients/enedis-sge/kit.ts'
import type { Memory, Run } from '../../../conformance/clients/enedis-sge/index.ts'
import { Refused } from '../../../conformance/clients/enedis-sge/trouble.ts'
import { dayOf, daysAfter } from '../../../conformance/clients/paris.ts'

type Words = Readonly<Record<string, unknown>>

/** Sends a call beside those of the good client: what comes of it changes nothing, and a refusal is told to a person. */
export async function alsoCall(run: Run, operation: Operation, words: Words): Promise<void> {
  try {
    await run.line.call(operation, { ...run.habits.ourselves(run), ...words })
  } catch (error) {
    if (error instanceof Refused) run.habits.decide(run, { decision: `refused: ${error.code}`, because: error.message })
  }
}

/** Asks for measures beside the good client: yesterday's energy, unless other words say otherwise. */
export async function alsoAsk(run: Run, usagePoint: string, words: Words = {}): Promise<void> {
  const today = dayOf(run.setting.now)
  await alsoCall(run, 'consulterMesuresDetailleesV3', {
    ...{ pointId: usagePoint, mesuresTypeCode: 'ENERGIE', grandeurPhysique: 'EA', mesuresCorrigees: false },
    ...{ dateDebut: daysAfter(today, -1), dateFin: today, sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' },
    ...words,
  })
}

/** Something that a wrong client keeps besides its memory, anew in each story. */
export function keptBeside<T>(empty: () => T): (run: { memory: Memory }) => T {
  const kept = new WeakMap<Memory, T>()
  return ({ memory }) => {
    const known = kept.get(memory) ?? empty()
    kept.set(memory, known)
    return known
  }
}
