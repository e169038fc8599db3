import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeCertificate } from '../../../src/toolbox/certificates/index.ts'
import { useControlledToy } from '../../support/control.ts'

const { ask, toy } = useControlledToy()
const verdictOn = (pem: string) => {
  const world = toy().sandbox.world()
  return judgeCertificate(pem, { now: world.clock.now(), ...world.identity.trust }).verdict
}

test('mints one certificate of each kind that the providers of the story have', async () => {
  const { body } = await ask().post('/worlds/default/certificates').send({})

  const minted = body.certificates as { kind: string; certificatePem: string; certificateFile: string }[]
  expect(minted.map(({ kind, certificatePem }) => [kind, verdictOn(certificatePem)])).toEqual([
    ['good', 'good'],
    ['stranger', 'unknownAuthority'],
  ])
  for (const { certificatePem, certificateFile } of minted)
    expect(readFileSync(certificateFile, 'utf8')).toBe(certificatePem)
})

test('hands out the same one again, and with the credentials', async () => {
  const wanted = { provider: 'toyGrid', kind: 'good' }

  const [first, second] = [
    (await ask().post('/worlds/default/certificates').send(wanted)).body,
    (await ask().post('/worlds/default/certificates').send(wanted)).body,
  ]
  const { body: env } = await ask().get('/worlds/default/env')

  expect(second).toEqual(first)
  expect(env.variables).toContainEqual(
    expect.objectContaining({
      variable: 'WATTPROOF_TOY_CERT_FILE',
      value: first.certificates[0].certificateFile,
    }),
  )
})

test('knows which kinds there are', async () => {
  const { status, body } = await ask().post('/worlds/default/certificates').send({ provider: 'toyGrid', kind: 'god' })

  expect([status, body.error.says]).toEqual([
    404,
    expect.stringContaining('toyGrid has no certificate of the kind "god". Did you mean "good"?'),
  ])
})
