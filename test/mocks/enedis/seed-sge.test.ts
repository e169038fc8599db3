import { parse, safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { certificates, credentials, given, known } from '../../../mocks/enedis/seed/index.ts'
import { openSge, type Told } from '../../support/enedis-sge.ts'

const street = { claire: { usagePoints: { flat: 'C5', shop: 'C4' } }, paul: {} } satisfies Told['customers']
const files = { certificateFile: '/tmp/own.pem', keyFile: '/tmp/own-key.pem' }

const told = (part: Told) => {
  const addresses = { sge: { http: 'http://localhost:4703', https: 'https://localhost:4713' } }
  const all = credentials(parse(given, part), addresses, { sge: files })
  return Object.fromEntries(all.map(({ variable, value }) => [variable, value]))
}
const minted = (part: Told) => certificates(parse(given, part), { start: '2026-10-06T08:00:00.000Z' })
const prms = (part: Told) => Object.keys(told(part)).filter((variable) => variable.includes('_PRM_'))

describe('a story that says nothing of SGE', () => {
  test('has your party, which may use everything, with a user and a contract', async () => {
    const { state } = await openSge()

    const { parties, users, contracts, environment } = state(({ sge }) => sge)

    const [party] = Object.values(parties)
    expect(Object.values(parties)).toHaveLength(1)
    expect(party).toMatchObject({ id: '17X000000000WPFZ', reached: 'accessOpened', siren: '000123459' })
    expect(Object.keys(party?.granted ?? {})).toEqual(['consultation', 'commande', 'infraJournalier', 'historique'])
    expect(Object.keys(users)).toEqual(['acme@wattproof.example'])
    expect(contracts).toMatchObject({ 1111111: { party: party?.id, state: 'active', channel: 'folder:' } })
    expect(environment).toBe('production')
  })
})

describe('what a client is told', () => {
  test('are the addresses, its user, its contract, its certificate and the platform', () => {
    expect(told({ sge: { environment: 'homologation' } })).toMatchObject({
      WATTPROOF_ENEDIS_SGE_URL: 'https://localhost:4713',
      WATTPROOF_ENEDIS_SGE_HTTP_URL: 'http://localhost:4703',
      WATTPROOF_ENEDIS_SGE_ENVIRONMENT: 'homologation',
      WATTPROOF_ENEDIS_SGE_LOGIN: 'acme@wattproof.example',
      WATTPROOF_ENEDIS_SGE_CONTRACT: '1111111',
      WATTPROOF_ENEDIS_SGE_CERTIFICATE: '/tmp/own.pem',
      WATTPROOF_ENEDIS_SGE_KEY: '/tmp/own-key.pem',
    })
  })

  test('are its own user and contract where the story names them', () => {
    const party = { users: ['Claude@acme.example', 'second@acme.example'], contract: '777' }

    expect(told({ sge: { party } })).toMatchObject({
      WATTPROOF_ENEDIS_SGE_LOGIN: 'claude@acme.example',
      WATTPROOF_ENEDIS_SGE_CONTRACT: '777',
    })
  })

  test('are the usage points that customers have signed for it about, or all where nothing is said of that', () => {
    const authorisations = {
      hers: { customer: 'claire', usagePoints: ['shop'] },
      rivals: { customer: 'paul', party: 'rival' },
    }

    expect(prms({ customers: street, sge: {} })).toEqual([
      'WATTPROOF_ENEDIS_PRM_CLAIRE_FLAT',
      'WATTPROOF_ENEDIS_PRM_CLAIRE_SHOP',
      'WATTPROOF_ENEDIS_PRM_PAUL_HOME',
    ])
    expect(prms({ customers: street, sge: { otherParties: { rival: {} }, authorisations } })).toEqual([
      'WATTPROOF_ENEDIS_PRM_CLAIRE_SHOP',
    ])
    expect(prms({ customers: street })).toEqual([])
  })

  test('names each usage point once, whoever allowed it', () => {
    const consented = { claire: { usagePoints: { flat: 'C5' }, consented: true } } as const

    const all = credentials(parse(given, { customers: consented, sge: {} }), {}).map(({ variable }) => variable)

    expect(all.filter((variable) => variable.endsWith('PRM_CLAIRE_FLAT'))).toHaveLength(1)
  })
})

describe('certificates', () => {
  test('are one that Enedis knows, one to replace it, one for each flaw, and those of other parties', () => {
    const kinds = Object.keys(minted({ sge: { otherParties: { Rival: {} } } }))

    expect(kinds).toEqual([
      'sge',
      'sge-next',
      'sge-expired',
      'sge-not-yet-valid',
      'sge-self-signed',
      'sge-stranger',
      'sge-revoked',
      'sge-unknown',
      'sge-of-rival',
    ])
  })

  test('are handed out in stories of SGE alone, the next one where the first expires', () => {
    const handedOut = (part: Told) => {
      return Object.entries(minted(part)).flatMap(([kind, { isHandedOut }]) => (isHandedOut ? [kind] : []))
    }

    expect(handedOut({ customers: street })).toEqual([])
    expect(handedOut({})).toEqual(['sge'])
    expect(handedOut({ sge: { party: { certificateExpires: '2026-10-20' } } })).toEqual(['sge', 'sge-next'])
    expect(minted({ sge: { party: { certificateExpires: '2026-10-20' } } })['sge']?.notAfter).toBe(
      '2026-10-20T22:00:00.000Z',
    )
  })
})

test('parties are named to those who check a story', () => {
  const { party } = known(parse(given, { sge: { otherParties: { rival: {} } } }))

  expect(party).toEqual(['you', 'rival'])
})

test.each<[string, object]>([
  ['a party of your name', { otherParties: { you: {} } }],
  ['a platform that there is not', { environment: 'sandbox' }],
  ['an EIC of another length', { party: { eic: '17X' } }],
  ['a user without an address', { party: { users: ['claude'] } }],
  ['a step that there is not', { party: { reached: 'ready' } }],
  ['a package that there is not', { party: { homologated: ['everything'] } }],
  ['a channel that nobody delivers to', { channel: 'https://example.com' }],
  ['a misspelt word', { enviroment: 'production' }],
])('a story may not have %s', (_, sge) => {
  expect(safeParse(given, { sge }).success).toBe(false)
})

test('off-peak hours that are not eight leave a warning, those that cannot be are refused', async () => {
  const hours = (offPeak: string) => openSge({ customers: { claire: { usagePoints: { home: { offPeak } } } } })

  const [real, usual] = [await hours('HC (23h00-7h30)'), await hours('HC (22H50-6H50)')]

  expect(real.findings()).toMatchObject([{ finding: 'off-peak-unusual', level: 'warning' }])
  expect(usual.findings()).toEqual([])
  await expect(hours('HC (9H00-17H00)')).rejects.toThrow('always peak')
})
