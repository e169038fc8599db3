import { expect, test } from 'vitest'
import { syncOnce } from './your-client.ts'
// README begins
import { startSandbox } from '../../src/index.ts'

test('our sync accepts what a customer shares', async () => {
  await using sandbox = await startSandbox({ scenario: 'portfolio-manager/pending-shares' })
  await syncOnce(await sandbox.env())
  await sandbox.customer('portfolioManager', 'editAccess', { as: 'olive', meter: 'tower.power', access: 'Read' })
  await sandbox.advance('P1D')
  await syncOnce(await sandbox.env())
  expect(sandbox.journal.calls('meterShare.answer').succeeded().count()).toBe(2)
})
// README ends
