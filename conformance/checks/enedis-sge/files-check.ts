import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { depositsOf, everSaid, nextSync, saidIn, type Deposit } from './facts/index.ts'

/** Files that a good client opens with a key of its own. */
const isReadable = ({ state, key }: Deposit) => state === 'whole' && key !== 0

type FileRule = Omit<Check, 'judge' | 'level' | 'needs'> & { of: (deposit: Deposit, evidence: Evidence) => boolean }

/** A check that files of a kind are opened and read once they are there. */
export function readsCheck({ of, ...about }: FileRule): Check {
  return check({
    ...about,
    level: 'must',
    needs: 'words',
    when: (evidence) => depositsOf(evidence).filter((one) => isReadable(one) && !isOfDials(one) && of(one, evidence)),
    then: (evidence, deposit) => {
      const turn = nextSync(evidence, deposit)
      const said = turn && saidIn(evidence, turn, 'files')
      if (turn === undefined || said === undefined) return []
      const state = said.find(({ name }) => name === deposit.archive)?.state
      const says = `${deposit.archive} lay there, and the client ${state === undefined ? 'said nothing of it' : `said "${state}"`}.`
      return [{ holds: state === 'read' || state === 'empty', says, rests: [deposit, turn] }]
    },
  })
}

/** Whether all files are looked for shows by those of dials, and whether they are opened by the others. */
export function isOfDials({ flow }: Deposit): boolean {
  return flow === 'R151' || flow === 'R171'
}

/** Files that cannot be read, with the first run of usual work that finds them. */
export function unread(evidence: Evidence, is: (deposit: Deposit) => boolean): { deposit: Deposit; turn: Turn }[] {
  // Who says nothing of files may not look for them.
  if (everSaid(evidence, 'files').length === 0) return []
  return depositsOf(evidence)
    .filter(is)
    .flatMap((deposit) => {
      const turn = nextSync(evidence, deposit)
      return turn === undefined ? [] : [{ deposit, turn }]
    })
}

/** Whether a decision is about a file: by its name, or by one of the points in it. */
export function decidedOf(evidence: Evidence, turn: Turn, { archive, usagePoints }: Deposit): boolean {
  const decisions = saidIn(evidence, turn, 'decisions') ?? []
  const about = decisions.filter(({ decision }) => /file|decrypt|key|damag|broke|truncat|archive/i.test(decision))
  return about.some(
    ({ decision, because, usagePoint }) =>
      `${decision} ${because ?? ''}`.includes(archive) || usagePoints.includes(usagePoint ?? ''),
  )
}

export function isRotated(evidence: Evidence): boolean {
  return depositsOf(evidence).some(({ key }) => (key ?? 0) > 1)
}

/** Whether a file came after one of its flow that was written later. */
export function isLate(evidence: Evidence, deposit: Deposit): boolean {
  return depositsOf(evidence).some((one) => isWrittenLater(one, deposit))
}

export function isOfAes256({ scheme, key }: Deposit): boolean {
  return scheme === 'aes-256-own-iv' && key === 1
}

/** Whether one of two files of a flow was written later and came earlier. */
function isWrittenLater(one: Deposit, deposit: Deposit): boolean {
  return one.flow === deposit.flow && one.id < deposit.id && stampOf(one) > stampOf(deposit)
}

function stampOf({ archive }: Deposit): string {
  return /_(\d{14})\.\w+$/.exec(archive)?.[1] ?? ''
}
