import { expect, test } from 'vitest'
import { settingFrom } from '../../../../conformance/clients/enedis-sge/setting.ts'

const env = {
  WATTPROOF_ENEDIS_SGE_URL: 'https://localhost:4713',
  WATTPROOF_ENEDIS_SGE_LOGIN: 'acme@wattproof.example',
  WATTPROOF_ENEDIS_SGE_CONTRACT: '1111111',
  WATTPROOF_NOW: '2026-10-06T08:00:00.000Z',
}

test('without a user or a contract there is nothing to call with', () => {
  expect(settingFrom({ ...env, WATTPROOF_ENEDIS_SGE_LOGIN: '' })).toBeUndefined()
  expect(settingFrom({ ...env, WATTPROOF_ENEDIS_SGE_CONTRACT: undefined })).toBeUndefined()
})

test('without an address it says what is missing', () => {
  expect(() => settingFrom({ ...env, WATTPROOF_ENEDIS_SGE_URL: undefined })).toThrow(
    'WATTPROOF_ENEDIS_SGE_URL is missing',
  )
})

test('what is asked comes with its words', () => {
  expect(settingFrom({ ...env, WATTPROOF_WITH: '{"usagePoint":"07151808919109"}' })?.told).toEqual({
    usagePoint: '07151808919109',
  })
  expect(settingFrom(env)).toMatchObject({ told: {}, environment: 'production', fileKeys: [] })
})

test('keys of files are told together: the next one ahead of its time, the former one with its vector', () => {
  const keys = {
    WATTPROOF_ENEDIS_FLOW_KEY: 'aa',
    WATTPROOF_ENEDIS_FLOW_KEY_NEXT: 'bb',
    WATTPROOF_ENEDIS_FLOW_KEY_128: 'cc',
    WATTPROOF_ENEDIS_FLOW_IV: 'dd',
  }

  expect(settingFrom({ ...env, ...keys })?.fileKeys).toEqual([
    { key: 'aa', iv: null },
    { key: 'cc', iv: 'dd' },
    { key: 'bb', iv: null },
  ])
})
