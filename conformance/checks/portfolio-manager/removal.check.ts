import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsIn, isAbout, named, saidIn, saidOf, syncs, uses } from './facts/index.ts'
import { losses, type Edit } from './facts/edits.ts'

const stops = (
  [
    ['removed', 'PM-REMOVE-1', 'was taken from it', '403'],
    ['deleted', 'PM-REMOVE-2', 'was deleted', '404'],
  ] as const
).map(([because, requirement, words, status]) =>
  check({
    id: `portfolio-manager/removal/${because}-stops`,
    title: `stops asking for an item that ${words}`,
    requirement,
    level: 'must',
    remedy: `On UNSHARE, or after one ${status}, mark the item as no longer yours, and leave it out of later runs.`,
    when: (evidence) => losses(evidence, because),
    then: (evidence, loss) => {
      const refusedIn = refusedCallsByTurn(evidence, loss)
      // Access rights travel slowly, and a notice may be read after the data: one refusal is how a client learns of it.
      const tooMany = refusedIn.flatMap((calls, at) => (at === 0 ? calls.slice(1) : calls))
      const says = `${named(evidence, loss)} ${words}; the client was refused it ${refusedIn.flat().length} times since.`
      return [{ holds: tooMany.length === 0, says, rests: [{ id: loss.at }, ...tooMany] }]
    },
  }),
)

const saysSo = check({
  id: 'portfolio-manager/removal/knows-loss',
  title: 'no longer takes for its own what was taken from it or deleted',
  requirement: 'PM-REMOVE-3',
  level: 'must',
  needs: 'words',
  remedy: 'On UNSHARE end your record of the share; keep the data you have read.',
  when: (evidence) => losses(evidence, 'removed', 'deleted'),
  then: (evidence, loss) =>
    syncs(evidence)
      .filter(({ id }) => id > loss.at)
      // Access rights travel slowly: a run that was still served has no reason to take the item for lost.
      .filter((turn) => !callsIn(evidence, turn).some((call) => call.done && uses(call) && isAbout(call, loss)))
      .flatMap((turn) => {
        const said = saidIn(evidence, turn, 'shares')
        if (said === undefined) return []
        const holds = saidOf(said, loss) === undefined
        const says = `${named(evidence, loss)} is gone; the client ${holds ? 'knows it' : 'still says that it holds it'}.`
        return [{ holds, says, rests: [{ id: loss.at }, turn] }]
      }),
})

export const removal: readonly Check[] = [...stops, saysSo]

/** Refused calls about a lost item, by turn; only turns that had any. */
function refusedCallsByTurn(evidence: Evidence, loss: Edit) {
  return syncs(evidence)
    .filter(({ id }) => id > loss.at)
    .map((turn) =>
      callsIn(evidence, turn).filter(
        (call) => uses(call) && isAbout(call, loss) && (call.status === 403 || call.status === 404),
      ),
    )
    .filter((calls) => calls.length > 0)
}
