import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sgeServices, type SgeServiceName } from '../../../../../mocks/enedis/model/index.ts'
import { encodeRequest } from '../../../../../src/toolbox/soap/index.ts'
import { openSge, requestOf, serviceNamed } from '../../../../support/enedis-sge.ts'
import { hasOfficial, officialFolder, officialMissing } from '../../../../support/soap/official.ts'

if (!hasOfficial()) console.warn(officialMissing)
const services = Object.keys(sgeServices) as SgeServiceName[]
const folders = { sgeSchemas: officialFolder }

describe.skipIf(!hasOfficial())("with Enedis's own folder", () => {
  test.each(services)('%s has its requests, replies and faults held against it', async (name) => {
    const sge = await openSge({}, { folders })

    const answered = await sge.ask(name)
    const refused = await sge.ask(name, requestOf(name, { login: 'nobody@example.com' }))

    expect([answered.status, refused.status]).toEqual([200, 500])
    expect(sge.findings()).toEqual([])
  })

  test('a request that its schema does not allow is malformed, in the words of the validator', async () => {
    const sge = await openSge({}, { folders })
    const service = serviceNamed('mesuresDetailleesV3')
    const good = encodeRequest(service, { body: requestOf('mesuresDetailleesV3') })
    const bad = good.replace(/<sens>[^<]*</, '<sens>AILLEURS<')

    const answer = await sge.call('POST', service.path, bad)

    expect(await answer.text()).toContain('code="SGT562"')
    expect(sge.findings().map(({ finding }) => finding)).toEqual(['request-malformed', 'request-invalid'])
    expect(sge.findings()[1]?.says).toMatch(/^Line \d+: .*sens.*AILLEURS/)
  })

  test('a code that its schema does not allow is written down', async () => {
    const sge = await openSge({}, { folders })
    await sge.utility('failSge', { refusal: 'sgeNameTooShort' })

    const { code } = await sge.ask('recherchePoint')

    expect(code).toBe('SGT4F10')
    expect(sge.findings()[0]).toMatchObject({
      finding: 'reply-invalid',
      says: expect.stringContaining('SGT4F10') as string,
    })
  })
})

test('a folder that describes nothing leaves a finding and holds up nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-schemas-'))
  const sge = await openSge({}, { folders: { sgeSchemas: folder } })

  const { status } = await sge.ask('recherchePoint')
  await rm(folder, { recursive: true })

  expect(status).toBe(200)
  expect(sge.findings()).toMatchObject([
    { finding: 'schema-not-used', says: expect.stringMatching(/no WSDL in it describes/) as string },
  ])
})
