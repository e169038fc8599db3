import { check, type Check } from '../../check.ts'
import { decidedOf, isLate, isOfAes256, isRotated, readsCheck, unread } from './files-check.ts'

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

/** How files are opened. */
export const keys: readonly Check[] = [ownVector, fixedVector, newKey, plain, wrongKey]
