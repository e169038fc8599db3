import { check, type Check } from '../../check.ts'
import { decidedOf, isLate, isOfDials, readsCheck, unread } from './files-check.ts'
import { depositsOf, everSaid, filesBy, lostOf, named, nextSync, saidIn, syncs, trueDays } from './facts/index.ts'

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

/** What is made of files that are not as they should be, or that do not come. */
export const files: readonly Check[] = [...[damaged, damagedTold, late, missing, emptyHistory, refused, allSeen]]
