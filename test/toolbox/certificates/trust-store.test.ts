import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CertificateFolder, writeTrustFiles } from '../../../src/toolbox/certificates/index.ts'
import { trustStoreOf } from '../../../src/toolbox/certificates/trust-store.ts'
import { hasTool, run } from '../../support/tools.ts'

let path: string
let folder: CertificateFolder
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'wattproof-trust-'))
  folder = new CertificateFolder({ name: 'Trust test', at: join(path, 'with a space') })
})
afterAll(() => rm(path, { recursive: true }))

describe('the authority for languages that read no PEM', () => {
  test('lies beside the certificate, readable by its user only', async () => {
    const { caFile, trustStore, phpFolder } = await writeTrustFiles(folder)

    const settings = join(phpFolder, 'wattproof.ini')
    expect(await readFile(settings, 'utf8')).toBe(`curl.cainfo = "${caFile}"\nopenssl.cafile = "${caFile}"\n`)
    for (const file of [caFile, trustStore, settings]) expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('is the same bytes again for the same certificate', async () => {
    const { certificatePem } = await folder.authority()

    const [first, second] = [0, 1].map(() => Buffer.from(trustStoreOf(certificatePem, { name: 'wattproof' })))

    expect(first).toEqual(second)
    expect(first?.includes(new X509Certificate(certificatePem).raw)).toBe(true)
  })

  test.runIf(hasTool('openssl', 'version'))('is a store that OpenSSL reads', async () => {
    const { caFile, trustStore } = await writeTrustFiles(folder)

    const out = await run('openssl', ['pkcs12', '-in', trustStore, '-nokeys', '-passin', 'pass:'])

    const own = (await readFile(caFile, 'utf8')).trim()
    expect(out).toContain('friendlyName: wattproof')
    expect(out).toContain(own)
  })

  test.runIf(hasTool('keytool', '-help'))('is an entry that Java trusts, without a password', async () => {
    const { trustStore } = await writeTrustFiles(folder)
    const { raw } = new X509Certificate((await folder.authority()).certificatePem)
    const fingerprint = createHash('sha256')
      .update(raw)
      .digest('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:')

    const out = await run('keytool', ['-J-Duser.language=en', '-list', '-keystore', trustStore, '-storepass', ''])

    expect(out).toContain('Your keystore contains 1 entry')
    expect(out).toMatch(/^wattproof, .*, trustedCertEntry/m)
    expect(out).toContain(fingerprint)
  })
})
