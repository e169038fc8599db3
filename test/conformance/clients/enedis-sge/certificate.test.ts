import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificateAt, expiryOf } from '../../../../conformance/clients/enedis-sge/certificate.ts'
import { certificateBy } from '../../../support/certificates.ts'
import { habits, rememberingRun } from './habits/run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
  for (const [name, year] of [
    ['current', 2026],
    ['next', 2027],
  ] as const) {
    const validity = { notBefore: '2025-01-01T00:00:00.000Z', notAfter: `${year}-10-11T22:00:00.000Z` }
    await writeFile(join(folder, name), await certificateBy(validity))
  }
})
afterAll(() => rm(folder, { recursive: true }))

const files = (name: string) => ({ certificateFile: join(folder, name), keyFile: join(folder, name) })
const shownAt = (now: string) => {
  const certificates = [files('current'), files('next')]
  return certificateAt({ certificates, now })?.certificateFile.split('/').at(-1)
}

test('the certificate in use is shown until it expires, and then the next', () => {
  expect(new Date(expiryOf(files('current'))).toISOString()).toBe('2026-10-11T22:00:00.000Z')
  expect(['2026-10-11T21:59:59Z', '2026-10-11T22:00:00Z', '2030-01-01T00:00:00Z'].map(shownAt)).toEqual([
    ...['current', 'next', 'next'],
  ])
})

test('a person is told three weeks before it expires', () => {
  const told = (now: string) => {
    const run = rememberingRun({ setting: { now, certificates: [files('current')] } })
    habits.watchCertificate(run)
    return run.memory.decisions.map(({ decision }) => decision)
  }

  expect(told('2026-09-20T08:00:00.000Z')).toEqual([])
  expect(told('2026-09-21T08:00:00.000Z')).toEqual(['certificate expires: send Enedis another'])
})
