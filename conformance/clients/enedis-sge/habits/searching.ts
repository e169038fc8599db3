import { isOperation } from '../kit.ts'
import type { Outcome } from '../memory.ts'
import type { Run } from '../run.ts'
import { NoAnswer, Refused } from '../trouble.ts'
import { pointsFound } from '../wire/points.ts'

/** Calls that are made once, because somebody wants to know. */
export const searching = {
  /** Finds a point by whatever is known of it. */
  async find(run: Run): Promise<void> {
    const { habits, setting } = run
    const { body } = await habits.call(run, 'rechercherPoint', setting.told)
    const found = pointsFound(body)
    run.say({ found })
    if (found.length === 1) return
    const decision = found.length === 0 ? 'no point found' : 'several points found'
    habits.decide(run, { decision, because: `${found.length} points fit what is known.` })
  },

  /** One call of the homologation catalogue, in its words; what comes is what was to be found out. */
  async case(run: Run): Promise<void> {
    const { habits, memory, setting } = run
    const { case: id, service, ...words } = setting.told
    if (typeof id !== 'string' || typeof service !== 'string' || !isOperation(service))
      throw new Error(`The case is not known: WATTPROOF_WITH says ${JSON.stringify(setting.told)}.`)
    const outcome = await habits.outcomeOf(id, async () => {
      const answer = await habits.call(run, service, habits.caseWords(run, service, words))
      habits.learnListed(run, words['pointId'], answer.body)
      return answer
    })
    memory.outcomes = [...memory.outcomes.filter((one) => one.case !== id), outcome]
    run.save()
  },

  async outcomeOf(id: string, call: () => Promise<{ code: string; text: string }>): Promise<Outcome> {
    try {
      const { code, text } = await call()
      return { case: id, code, ...(text !== '' && { text }) }
    } catch (error) {
      if (error instanceof Refused) return { case: id, code: error.code, text: error.text }
      if (error instanceof NoAnswer && error.code !== undefined)
        return { case: id, code: error.code, text: error.message }
      throw error
    }
  },
}
