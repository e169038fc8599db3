import { expect, test } from 'vitest'
import { settingFrom } from '../../../../conformance/clients/enedis-data-connect/setting.ts'

const env = {
  WATTPROOF_ENEDIS_URL: 'https://localhost:4712',
  WATTPROOF_ENEDIS_CLIENT_ID: 'acme',
  WATTPROOF_ENEDIS_CLIENT_SECRET: 'hush',
  WATTPROOF_ENEDIS_SANDBOX_CLIENT_ID: 'acme-sandbox',
  WATTPROOF_ENEDIS_SANDBOX_CLIENT_SECRET: 'still',
  WATTPROOF_NOW: '2026-10-06T08:00:00.000Z',
}

test('the client is its application in production, or, before there is one, in the sandbox', () => {
  const { WATTPROOF_ENEDIS_CLIENT_ID: _, ...before } = env

  expect(settingFrom(env)).toMatchObject({ clientId: 'acme', clientSecret: 'hush', generation: 'v2', pace: 1 })
  expect(settingFrom(before)).toMatchObject({ clientId: 'acme-sandbox', clientSecret: 'still' })
  expect(settingFrom({})).toBeUndefined()
})

test('it knows what customers allowed before, with every zero of their numbers', () => {
  const setting = settingFrom({
    ...env,
    WATTPROOF_ENEDIS_GENERATION: 'v4',
    WATTPROOF_ENEDIS_PRM_CLAIRE_HOME: '01234567890123',
    WATTPROOF_ENEDIS_AUTORISATION_ID_CLAIRE_HOME: '1234567',
    WATTPROOF_ENEDIS_AUTORISATION_ID_PAUL_OFFICE: '1234568',
    WATTPROOF_ENEDIS_REFRESH_TOKEN_CLAIRE: 'once',
  })

  expect(setting).toMatchObject({
    generation: 'v4',
    heldConsents: [
      { name: 'CLAIRE_HOME', usagePoint: '01234567890123', autorisation: '1234567' },
      { name: 'PAUL_OFFICE', usagePoint: null, autorisation: '1234568' },
    ],
  })
  expect([...(setting?.keptRefreshTokens ?? [])]).toEqual([['CLAIRE', 'once']])
})

test('an environment without an address says what is missing', () => {
  const { WATTPROOF_ENEDIS_URL: _, ...without } = env

  expect(() => settingFrom(without)).toThrow('WATTPROOF_ENEDIS_URL is missing: have Wattproof start this client')
})
