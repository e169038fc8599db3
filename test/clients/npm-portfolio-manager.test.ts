import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  test('finds what changed since a day', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { tells } = await commandLine(sandbox)
    const { account, meter, property } = await idsIn(sandbox)
    const since = (day: string) => tells(`what-changed all --customerId ${account['olive']} --date ${day}`)

    const all = await since('2026-03-02')
    const none = await since('2026-03-03')

    expect(all).toEqual({
      propertyIds: [Number(property['tower'])],
      propertyUseIds: [expect.any(Number) as number],
      meterIds: [Number(meter('power')), Number(meter('gas'))],
    })
    expect(none).toEqual({ propertyIds: [], propertyUseIds: [], meterIds: [] })
  })

  test('exports a property and imports it for its owner, under another name', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { says, tells } = await commandLine(sandbox)
    const { account, property } = await idsIn(sandbox)
    const file = join(await mkdtemp(join(tmpdir(), 'wattproof-')), 'bundle.json')

    await says(`property export ${property['tower']} --output ${file}`)
    const imported = await tells<{ status: string; properties: { status: string; id: number }[] }>(
      `property import ${file} --account-id ${account['olive']} --name-suffix -2`,
    )
    const names = await tells<{ '@_hint': string }[]>('property list links')

    expect(imported).toMatchObject({ status: 'complete', properties: [{ status: 'created' }] })
    expect(names.map(({ '@_hint': name }) => name)).toEqual(['Tower', 'Tower-2'])
  })

  test('exports all it holds, and reads them one by one', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { tells } = await commandLine(sandbox)

    const bundle = await tells<{ properties: { property: object }[] }>('property export --all')
    const entities = await tells<object[]>('property list entities')

    expect(bundle.properties).toMatchObject([{ property: { name: 'Tower', primaryFunction: 'Office' } }])
    expect(entities).toMatchObject([{ name: 'Tower' }])
  })

  test('reads the identifiers of a meter, and writes one by its library', async () => {
    await using sandbox = await startSandbox({ scenario: 'portfolio-manager/meter-deleted' })
    const { tells, client } = await commandLine(sandbox)
    const { meter } = await idsIn(sandbox)
    const power = meter('power')
    const none = await tells(`meter identifiers --meterId ${power}`)

    await client.upsertMeterAdditionalIdentifier(Number(power), 'Account', 'A-1')
    await client.upsertMeterAdditionalIdentifier(Number(power), 'Account', 'A-2')

    expect(none).toEqual([])
    expect(await tells(`meter identifiers --meterId ${power}`)).toEqual([
      { '@_id': expect.any(String) as string, description: 'Account', value: 'A-2' },
    ])
  })
})
