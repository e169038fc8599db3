import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  depositsOf,
  everSaid,
  filesBy,
  lostOf,
  named,
  nextSync,
  saidIn,
  syncs,
  trueDays,
  type Deposit,
} from './facts/index.ts'

/** Files that a good client opens with a key of its own. */
const isReadable = ({ state, key }: Deposit) => state === 'whole' && key !== 0

type FileRule = Omit<Check, 'judge' | 'level' | 'needs'> & { of: (deposit: Deposit, evidence: Evidence) => boolean }

/** A check that files of a kind are opened and read once they are there. */
function readsCheck({ of, ...about }: FileRule): Check {
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

const ownVector = readsCheck({
  id: 'enedis-sge/files/decrypts-own-vector',
  title: 'opens files of AES-256, whose vector is the first sixteen bytes',
  requirement: 'SGE-FILE-1',
  remedy: 'Take the first 16 bytes for the vector, decrypt the rest by AES-256-CBC, take the padding off, then unzip.',
  of: (deposit, evidence) => isOfAes256(deposit) && !isRotated(evidence) && !isLate(evidence, deposit),
})

const fixedVector = readsCheck({
  id: 'enedis-sge/files/decrypts-fixed-vector',
  title: 'opens files of AES-128, whose vector is the same for all',
  requirement: 'SGE-FILE-2',
  remedy: 'Until June 2026 key and vector were both sent by mail: WATTPROOF_ENEDIS_FLOW_KEY_128 and _IV.',
  of: ({ scheme }) => scheme === 'aes-128-fixed-iv',
})

const newKey = readsCheck({
  id: 'enedis-sge/files/new-key',
  title: 'opens files with the new key once keys have changed',
  requirement: 'SGE-FILE-3',
  remedy: 'Keep every key you were sent, and try the newest first: whether one fits shows in the bytes PK of a zip.',
  of: ({ key }, evidence) => (key ?? 0) > 1 && isRotated(evidence),
})

const plain = readsCheck({
  id: 'enedis-sge/files/plain',
  title: 'opens archives that are not encrypted at all',
  requirement: 'SGE-FILE-4',
  remedy: 'Some archives of M023 are plain zips: look at the first two bytes before you decrypt.',
  of: ({ scheme, flow }) => scheme === null && flow !== 'CR.M023',
})

const wrongKey = check({
  id: 'enedis-sge/files/not-decrypted-told',
  title: 'tells a person of a file that none of its keys opens',
  requirement: 'SGE-FILE-5',
  level: 'must',
  needs: 'words',
  remedy: 'Print a decision and keep the file: a key may be missing, and it is asked for by mail.',
  when: (evidence) => unread(evidence, ({ key }) => key === 0),
  then: (evidence, { deposit, turn }) => {
    const isDecided = decidedOf(evidence, turn, deposit)
    const says = `${deposit.archive} is sealed with a key that nobody was told, and the client told ${isDecided ? 'of it' : 'nobody'}.`
    return [{ holds: isDecided, says, rests: [deposit, turn] }]
  },
})

const damaged = check({
  id: 'enedis-sge/files/damaged-is-no-data',
  title: 'takes a file that broke off for no data, and not for part of it',
  requirement: 'SGE-FILE-6',
  level: 'must',
  needs: 'words',
  remedy: 'Check the padding, the zip and the XML to their ends before you keep anything of a file.',
  when: (evidence) => unread(evidence, ({ state }) => state === 'cut'),
  then: (evidence, { deposit, turn }) => {
    const said = saidIn(evidence, turn, 'files')?.find(({ name }) => name === deposit.archive)?.state
    const days = saidIn(evidence, turn, 'days') ?? []
    const told = trueDays(evidence, turn)
    const made = days.filter(
      ({ usagePoint, day, from }) =>
        from === deposit.source &&
        deposit.usagePoints.includes(usagePoint) &&
        !told.some((one) => one.source === from && one.usagePoint === usagePoint && one.day === day),
    )
    const says = `${deposit.archive} broke off; the client said "${said ?? 'nothing'}" and made ${made.length} days of it.`
    return [{ holds: said !== 'read' && said !== 'empty' && made.length === 0, says, rests: [deposit, turn] }]
  },
})

const damagedTold = check({
  id: 'enedis-sge/files/damaged-told',
  title: 'tells a person of a file that broke off',
  requirement: 'SGE-FILE-7',
  level: 'must',
  needs: 'words',
  remedy: 'Nobody sends a file again unasked: print a decision with its name.',
  when: (evidence) => unread(evidence, ({ state }) => state === 'cut'),
  then: (evidence, { deposit, turn }) => {
    const isDecided = decidedOf(evidence, turn, deposit)
    const says = `${deposit.archive} broke off, and the client told ${isDecided ? 'of it' : 'nobody'}.`
    return [{ holds: isDecided, says, rests: [deposit, turn] }]
  },
})

const late = readsCheck({
  id: 'enedis-sge/files/late',
  title: 'reads a file that comes after those that were written later',
  requirement: 'SGE-FILE-8',
  remedy: 'Look for files you have not read, and not for ones that are newer than the last.',
  of: (deposit, evidence) => isLate(evidence, deposit),
})

const missing = check({
  id: 'enedis-sge/files/missing-noticed',
  title: 'notices that the file of an order does not come',
  requirement: 'SGE-FILE-9',
  level: 'must',
  needs: 'words',
  remedy: 'Keep the number of each order, and print a decision when a day has passed without its file.',
  when: (evidence) => lostOf(evidence).filter(({ order }) => order !== null),
  then: (evidence, { order, usagePoints }) => {
    const last = syncs(evidence).at(-1)
    if (last === undefined) return []
    const decisions = everSaid(evidence, 'decisions').flatMap(({ what }) => what)
    const isTold = decisions.some(
      ({ decision, because, usagePoint }) =>
        /late|not come|missing|never|await/i.test(decision) &&
        (because?.includes(order ?? '') || usagePoints.includes(usagePoint ?? '')),
    )
    const says = `The file of order ${order} never came, and the client told ${isTold ? 'of it' : 'nobody'}.`
    return [{ holds: isTold, says, rests: [last] }]
  },
})

const emptyHistory = check({
  id: 'enedis-sge/files/empty-history',
  title: 'reads a history without points as "not collected", and never as zero',
  requirement: 'SGE-FILE-10',
  level: 'must',
  needs: 'words',
  remedy: 'Headings without points say that nobody had the curve collected then: tell a person so, and keep no days.',
  when: (evidence) => depositsOf(evidence).filter(({ isEmptyHistory }) => isEmptyHistory),
  then: (evidence, deposit) => {
    const turn = nextSync(evidence, deposit)
    if (turn === undefined) return []
    const days = (saidIn(evidence, turn, 'days') ?? []).filter(
      ({ from, usagePoint }) => from === 'history' && deposit.usagePoints.includes(usagePoint),
    )
    const state = saidIn(evidence, turn, 'files')?.find(({ name }) => name === deposit.archive)?.state
    const says = `${deposit.archive} has no points; the client said "${state ?? 'nothing'}" and made ${days.length} days of it.`
    const told = trueDays(evidence, turn).some(
      ({ source, usagePoint }) => source === 'history' && deposit.usagePoints.includes(usagePoint),
    )
    return [{ holds: (days.length === 0 || told) && state !== 'read', says, rests: [deposit, turn] }]
  },
})

const refused = check({
  id: 'enedis-sge/files/refused-points',
  title: 'tells which points of an order were refused, by the report that comes with its files',
  requirement: 'SGE-FILE-11',
  level: 'must',
  needs: 'words',
  remedy: 'CR.M023 names the refused points with a code: the order itself was accepted, and their data never come.',
  when: (evidence) => depositsOf(evidence).filter(({ told }) => told.refused.length > 0),
  then: (evidence, deposit) => {
    const turn = nextSync(evidence, deposit)
    if (turn === undefined) return []
    const decided = saidIn(evidence, turn, 'decisions') ?? []
    return deposit.told.refused.map(({ usagePoint, code }) => {
      const isTold = decided.some((one) => one.usagePoint === usagePoint && /refus|reject/i.test(one.decision))
      const says = `${named(evidence, usagePoint)} was refused with ${code}, and the client told ${isTold ? 'of it' : 'nobody'}.`
      return { holds: isTold, says, rests: [deposit, turn] }
    })
  },
})

const allSeen = check({
  id: 'enedis-sge/files/all-seen',
  title: 'tells of every file that has arrived',
  requirement: 'SGE-FILE-12',
  level: 'must',
  needs: 'words',
  remedy: 'Look through the whole folder WATTPROOF_DEPOSITS, and the folders in it, in each run.',
  when: (evidence) => everSaid(evidence, 'files').filter(({ turn }) => syncs(evidence).includes(turn)),
  then: (evidence, { turn, what }) => {
    const names = new Set(what.map(({ name }) => name))
    const arrived = filesBy(evidence, turn).filter(isOfDials)
    if (arrived.length === 0) return []
    const left = arrived.filter(({ archive }) => !names.has(archive))
    const says = `Of ${arrived.length} files that lay there the client left ${left.length} out${left[0] ? `, such as ${left[0].archive}` : ''}.`
    return [{ holds: left.length === 0, says, rests: [turn, ...left.slice(0, 3)] }]
  },
})

/** How files are opened, and what is made of those that are not as they should be. */
export const files: readonly Check[] = [
  ...[ownVector, fixedVector, newKey, plain, wrongKey, damaged, damagedTold, late, missing, emptyHistory, refused],
  allSeen,
]

/** Whether all files are looked for shows by those of dials, and whether they are opened by the others. */
function isOfDials({ flow }: Deposit): boolean {
  return flow === 'R151' || flow === 'R171'
}

/** Files that cannot be read, with the first run of usual work that finds them. */
function unread(evidence: Evidence, is: (deposit: Deposit) => boolean): { deposit: Deposit; turn: Turn }[] {
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
function decidedOf(evidence: Evidence, turn: Turn, { archive, usagePoints }: Deposit): boolean {
  const decisions = saidIn(evidence, turn, 'decisions') ?? []
  const about = decisions.filter(({ decision }) => /file|decrypt|key|damag|broke|truncat|archive/i.test(decision))
  return about.some(
    ({ decision, because, usagePoint }) =>
      `${decision} ${because ?? ''}`.includes(archive) || usagePoints.includes(usagePoint ?? ''),
  )
}

function isRotated(evidence: Evidence): boolean {
  return depositsOf(evidence).some(({ key }) => (key ?? 0) > 1)
}

/** Whether a file came after one of its flow that was written later. */
function isLate(evidence: Evidence, deposit: Deposit): boolean {
  return depositsOf(evidence).some((one) => isWrittenLater(one, deposit))
}

function isOfAes256({ scheme, key }: Deposit): boolean {
  return scheme === 'aes-256-own-iv' && key === 1
}

/** Whether one of two files of a flow was written later and came earlier. */
function isWrittenLater(one: Deposit, deposit: Deposit): boolean {
  return one.flow === deposit.flow && one.id < deposit.id && stampOf(one) > stampOf(deposit)
}

function stampOf({ archive }: Deposit): string {
  return /_(\d{14})\.\w+$/.exec(archive)?.[1] ?? ''
}
