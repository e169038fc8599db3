import { expect, test } from 'vitest'
import { settingsOf } from '../../../src/contract/dialect.ts'
import { dialect } from '../../../mocks/portfolio-manager/dialect.ts'

test('epa is every default, and nrcan differs where the guide says so', () => {
  const [epa, nrcan] = [settingsOf(dialect), settingsOf(dialect, 'nrcan')]

  const differences = Object.keys(epa).filter((name) => epa[name] !== nrcan[name])

  expect(settingsOf(dialect, 'epa')).toEqual(epa)
  expect(Object.values(dialect.switches).map((each) => each.default)).toEqual(Object.values(epa))
  expect(Object.fromEntries(differences.map((name) => [name, nrcan[name]]))).toMatchObject({
    disconnectDefault: 'keep',
    meterDeletedCode: 'SHAREUPDATE',
    legacyShareAuditNames: 'on',
    providerConnectRequest: 'on',
    schemaEra: '4',
    transferStyle: 'nrcan',
    auditMillis: 'off',
    termsPrompt: 'onlyWithFields',
  })
})

test('every switch of the contract is there under its number', () => {
  const ids: string[] = Object.values(dialect.switches).map(({ id }) => id)

  const wanted = [1, 2, 3, 4, 5, 6, 7, 10, 11, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 26, 27].map((at) => `X${at}`)
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
