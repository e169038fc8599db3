import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificateBy } from '../support/certificates.ts'
import { wattproof } from '../support/cli.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-lint-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(content: string): Promise<string> {
  const file = join(folder, 'client.pem')
  await writeFile(file, content)
  return file
}
const year = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' }

test('finds a good certificate good, and tells by when to renew it', async () => {
  const file = await fileOf(await certificateBy(year))

  const { code, out } = await wattproof(['certs', 'lint', file, '--for', 'sge-production', '--at', '2026-10-01'])

  expect(code).toBe(0)
  expect(out).toContain(`${file}: good for SGE in production\n`)
  expect(out).toMatch(/ note: It expires on 2027-01-01; .* on 2026-12-10 at the latest\. \(FAQ, .*; documented\)/)
})

test('finds what is refused, a sentence for each with its source, and ends with 1', async () => {
  const file = await fileOf(await certificateBy({ ...year, by: "Let's Encrypt R10", hostNames: ['*.acme.example'] }))

  const { code, out } = await wattproof(['certs', 'lint', file, '--for', 'sge-production', '--at', '2027-01-02'])

  expect(code).toBe(1)
  const refused = out.split('\n').filter((line) => line.startsWith('  refused: '))
  expect(refused).toEqual([
    expect.stringMatching(/Let's Encrypt, which counts for homologation only\. .*\(FAQ, .*; documented\)$/),
    expect.stringMatching(/It is good for \*\.acme\.example\. .*\(FAQ, .*; documented\)$/),
    expect.stringMatching(/It expired on 2027-01-01\. .*\(INF, .*; inferred\)$/),
  ])
})

test('ends with 0 when there are warnings only', async () => {
  const file = await fileOf(await certificateBy({ ...year, by: 'Sectigo RSA DV CA' }))

  const { code, out } = await wattproof(['certs', 'lint', file, '--for', 'sge-homologation', '--at', '2026-12-30'])

  expect(code).toBe(0)
  expect(out.match(/^ {2}warning: /gm)).toHaveLength(2)
})

test('tells programs the same, with what the certificate says', async () => {
  const file = await fileOf(await certificateBy({ ...year, hostNames: ['a.example', 'b.example'] }))
  const at = '2026-10-01T10:00:00+02:00'

  const { code, out } = await wattproof(['certs', 'lint', file, '--for', 'sge-production', '--at', at, '--json'])

  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    file,
    policy: 'sge-production',
    at: '2026-10-01T08:00:00.000Z',
    certificate: { hostNames: ['a.example', 'b.example'] },
    findings: [
      { rule: 'multiDomain', level: 'refused', basis: 'documented' },
      { rule: 'renewal', level: 'info' },
    ],
  })
})

test('judges by the machine’s own time when no other is told', async () => {
  const file = await fileOf(
    await certificateBy({ notBefore: '2001-01-01T00:00:00Z', notAfter: '2001-02-01T00:00:00Z' }),
  )

  const { code, out } = await wattproof(['certs', 'lint', file, '--for', 'sge-production'])

  expect([code, out]).toEqual([1, expect.stringContaining('It expired on 2001-02-01.')])
})

test.each([
  [['--for', 'sge-prodction'], 'There is no policy "sge-prodction" for certificates. Did you mean "sge-production"?'],
  [['--for', 'sge-production', '--at', 'soon'], '"soon" is not an instant'],
  [[], "error: required option '--for <policy>' not specified"],
])('%j is answered in a sentence, with exit code 2', async (args, says) => {
  const file = await fileOf(await certificateBy())

  const { code, err } = await wattproof(['certs', 'lint', file, ...args])

  expect([code, err]).toEqual([2, expect.stringContaining(says)])
})

test.each([
  ['no such file', undefined, 'could not be read (ENOENT): name the file of a certificate.'],
  ['no certificate', 'Dear Sir,', 'could not be judged: it holds no certificate. Name a file of PEM or DER.'],
])('a file with %s is answered in a sentence, with exit code 2', async (_, content, says) => {
  const file = content === undefined ? join(folder, 'absent.pem') : await fileOf(content)

  const { code, err } = await wattproof(['certs', 'lint', file, '--for', 'sge-production'])

  expect([code, err]).toEqual([2, `${file} ${says}\n`])
})
