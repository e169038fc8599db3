import { describe, expect, test } from 'vitest'
import type { State } from '../../mocks/portfolio-manager/model/index.ts'
import { startSandbox, type Doors, type HeldWorld } from '../../src/index.ts'
import { commandLine } from './command-line.ts'

const pendingShares = 'portfolio-manager/pending-shares'

/** The ids that the provider gave to the people and things of the story. */
async function idsIn(sandbox: HeldWorld<Doors>) {
  const { names } = await sandbox.state<State>('portfolioManager')
  const meter = (name: string) => Object.values(names.meter[name] ?? {})[0] ?? ''
  return { account: names.account, property: names.property, meter }
}

describe('the command line of the npm package, unmodified', () => {
  test('reads its own account', async () => {
    await using sandbox = await startSandbox({ scenario: pendingShares })
    const { tells } = await commandLine(sandbox)

    const account = await tells('account get')

    expect(account).toEqual({
      id: expect.any(Number) as number,
      username: 'acme-energy',
      organizationName: 'Acme Energy Services',
    })
  })

  test('finds the customer who asks, with what he filled in, and connects', async () => {
    await using sandbox = await startSandbox({ scenario: pendingShares })
    const { says, tells } = await commandLine(sandbox)
    const { account } = await idsIn(sandbox)

    const [waiting] = await tells<object[]>('connection list-pending')
    const done = await says(`connection accept --accountId ${account['peter']} --note Welcome`)
    const customers = await tells<{ organizationName: string }[]>('connection list')

    expect(waiting).toMatchObject({ organization: 'Peterson Dental', customFields: { 'Account number': 'A-2090' } })
    expect(done).toContain('Successfully accepted')
    expect(customers.map(({ organizationName }) => organizationName)).toEqual(['Olive Tower LLC', 'Peterson Dental'])
  })

  test('accepts one meter, which brings its property with it', async () => {
    await using sandbox = await startSandbox({ scenario: pendingShares })
    const { says, tells } = await commandLine(sandbox)
    const { meter, property } = await idsIn(sandbox)

    const offered = await tells<{ type: string }[]>('share list-pending')
    await says(`share accept --type meter --id ${meter('power')}`)
    const left = await tells<{ type: string; id: number }[]>('share list-pending')
    const properties = await tells<object[]>('property list links')

    expect(offered.map(({ type }) => type)).toEqual(['property', 'meter', 'meter'])
    expect(left).toMatchObject([{ type: 'meter', id: Number(meter('gas')), accessLevel: 'Read' }])
    expect(properties).toEqual([{ '@_id': property['tower'], '@_hint': 'Olive Tower' }])
  })

  test('lists its meters, gives one back, and leaves the customer', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { says, tells } = await commandLine(sandbox)
    const { account, meter, property } = await idsIn(sandbox)

    const meters = await tells<object[]>(`meter list links --propertyId ${property['tower']}`)
    await says(`share remove --type meter --id ${meter('gas')} --note Thanks`)
    await says(`connection disconnect --accountId ${account['olive']}`)

    expect(meters).toHaveLength(2)
    expect(sandbox.journal.calls('meterShare.end').succeeded().count()).toBe(1)
    expect(await tells('connection list')).toEqual([])
    await expect(says(`connection disconnect --accountId ${account['olive']}`)).rejects.toThrow('HTTP 400')
  })

  test('reads a notice without clearing it, and then for the last time', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { says, tells } = await commandLine(sandbox)
    const { meter } = await idsIn(sandbox)
    await sandbox.customer('portfolioManager', 'editAccess', { as: 'olive', meter: 'power', access: 'Read' })

    const first = await tells<object[]>('notifications list --no-clear')
    const again = await tells<object[]>('notifications list')
    const last = await says('notifications list')

    expect(first).toMatchObject([{ type: 'SHAREUPDATE', meterId: Number(meter('power')) }])
    expect(again).toEqual(first)
    expect(last).toBe('')
  })
})
