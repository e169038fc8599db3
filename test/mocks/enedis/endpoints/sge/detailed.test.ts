import { describe, expect, test } from 'vitest'
import { login, openSge, type Sge, type Told } from '../../../../support/enedis-sge.ts'
import { codeOf, detailed, told } from '../../../../support/enedis-sge-replies.ts'

type PointTold = Exclude<NonNullable<NonNullable<Told['customers']>[string]['usagePoints']>[string], string>
type V2 = Parameters<typeof detailed.v2>[1]
type V3 = Parameters<typeof detailed.v3>[1]

const at = (home: PointTold = {}, more: Told = {}): Told => ({
  customers: { claire: { usagePoints: { home: { commissionedOn: '2019-03-04', ...home } } } },
  ...more,
})
const prmIn = (sge: Sge) => sge.state(({ names }) => names.usagePoint['claire.home'] as string)
const open = (home: PointTold = {}, dialect: Record<string, string> = {}, more: Told = {}) =>
  openSge(at(home, more), { probing: false, dialect })

const v2 = (sge: Sge, more: V2 = {}) => told(sge, 'mesuresDetailleesV2', detailed.v2(prmIn(sge), more))
const v3 = (sge: Sge, more: V3 = {}) => told(sge, 'mesuresDetailleesV3', detailed.v3(prmIn(sge), more))
const codeOfV2 = (sge: Sge, more: V2) => codeOf(sge, 'mesuresDetailleesV2', detailed.v2(prmIn(sge), more))
const codeOfV3 = (sge: Sge, more: V3) => codeOf(sge, 'mesuresDetailleesV3', detailed.v3(prmIn(sge), more))

const energy = { mesuresTypeCode: 'ENERGIE', grandeurPhysique: 'EA', mesuresPas: 'P1D' } as const
const peaks = { mesuresTypeCode: 'PMAX', grandeurPhysique: 'PMA', mesuresPas: 'P1D' } as const
const dials = { mesuresTypeCode: 'INDEX', grandeurPhysique: 'EA' } as const
const days = (dateDebut: string, dateFin: string) => ({ dateDebut, dateFin })

describe('a curve', () => {
  test('of a home is told in half hours, each stamped with its end', async () => {
    const sge = await open()
    const old = await v2(sge)
    const today = await v3(sge)
    const [first] = old.grandeur
    const [points] = today.grandeur

    expect(old).toMatchObject({
      pointId: prmIn(sge),
      mesuresCorrigees: 'BRUT',
      periode: { dateDebut: '2026-09-14', dateFin: '2026-09-15' },
      grandeur: [{ grandeurMetier: 'CONS', grandeurPhysique: 'PA', unite: 'W' }],
    })
    expect(first?.mesure).toHaveLength(48)
    expect(first?.mesure[0]).toMatchObject({ d: '2026-09-14T00:30:00.000+02:00', p: 'PT30M', n: 'B' })
    expect(first?.mesure.at(-1)).toMatchObject({ d: '2026-09-15T00:00:00.000+02:00' })
    expect(points?.points[0]).toMatchObject({ d: '2026-09-14 00:30:00', p: 'PT30M', n: 'B', iv: '0', ec: '0' })
    expect(points?.points.map(({ v }) => Number(v))).toEqual(first?.mesure.map(({ v }) => v))
    expect(today.modeCalcul).toBe('MESURE')
  })

  test('of a company is told from the start of its intervals: ten minutes in v2, five in V3', async () => {
    const sge = await open({ segment: 'C4' })
    const old = (await v2(sge)).grandeur[0]?.mesure ?? []
    const today = (await v3(sge)).grandeur[0]?.points ?? []

    expect(old).toHaveLength(144)
    expect(old[0]).toMatchObject({ d: '2026-09-14T00:00:00.000+02:00', p: 'PT10M' })
    expect(today).toHaveLength(288)
    expect(today.slice(0, 2).map(({ d, p }) => [d, p])).toEqual([
      ['2026-09-14 00:00:00', 'PT5M'],
      ['2026-09-14 00:05:00', 'PT5M'],
    ])
  })

  test.each([
    ['2025-10-26', '2025-10-27', 50],
    ['2026-03-29', '2026-03-30', 46],
  ])('of %s has %s points', async (dateDebut, dateFin, points) => {
    const sge = await open()
    const old = (await v2(sge, days(dateDebut, dateFin))).grandeur[0]?.mesure ?? []
    const today = (await v3(sge, days(dateDebut, dateFin))).grandeur[0]?.points ?? []

    expect(old).toHaveLength(points)
    expect(today).toHaveLength(points)
    expect(new Set(old.map(({ d }) => d)).size).toBe(points)
    expect(new Set(today.map(({ d }) => d)).size).toBe(points === 50 ? 48 : 46)
  })

  test('loses in V3 the stamps that come twice, if so told, and none in v2 (R16)', async () => {
    const sge = await open({}, { dstStamps: 'drop' })
    const long = days('2025-10-26', '2025-10-27')

    expect((await v2(sge, long)).grandeur[0]?.mesure).toHaveLength(50)
    expect((await v3(sge, long)).grandeur[0]?.points).toHaveLength(48)
  })

  test('is stamped on the other side, if so told (R15)', async () => {
    const sge = await open({}, { stampSide: 'c5Start' })

    expect((await v2(sge)).grandeur[0]?.mesure[0]?.d).toBe('2026-09-14T00:00:00.000+02:00')
    expect((await v3(sge)).grandeur[0]?.points[0]?.d).toBe('2026-09-14 00:00:00')
  })

  test('has offsets in V3 as well, by the guide to the letter (R33)', async () => {
    const sge = await open({}, { soapDateOffset: 'with' })
    const { text } = await sge.ask('mesuresDetailleesV3', detailed.v3(prmIn(sge)))

    expect(text).toContain('<d>2026-09-14 00:30:00+02:00</d>')
    expect(text).toContain('<dateDebut>2026-09-14+02:00</dateDebut>')
  })

  test('of a company comes with reactive power and voltage, if all is asked for', async () => {
    const { grandeur } = await v3(await open({ segment: 'C4' }), { grandeurPhysique: 'TOUT' })
    const volts = grandeur[3]?.points.map(({ v }) => Number(v)) ?? []

    expect(grandeur.map(({ grandeurPhysique, unite }) => [grandeurPhysique, unite])).toEqual([
      ['PA', 'W'],
      ['PRI', 'VAr'],
      ['PRC', 'VAr'],
      ['E', 'V'],
    ])
    expect(Math.min(...volts)).toBeGreaterThan(220)
    expect(Math.max(...volts)).toBeLessThan(240)
  })

  test('of a home is active power, whatever else is asked for with all', async () => {
    const { grandeur } = await v3(await open(), { grandeurPhysique: 'TOUT' })

    expect(grandeur.map(({ grandeurPhysique }) => grandeurPhysique)).toEqual(['PA'])
  })

  test('has no point where one is missing, and tells what was corrected as such', async () => {
    const sge = await open()
    const hour = (from: string, to: string) => ({
      from: `2026-09-14T${from}:00+02:00`,
      to: `2026-09-14T${to}:00+02:00`,
    })
    await sge.utility('loseReadings', { usagePoint: 'claire.home', when: hour('01:00', '02:00') })
    const correction = { usagePoint: 'claire.home', when: hour('03:00', '04:00'), to: { times: 3 }, reaches: 'BEST' }
    await sge.utility('correctReadings', correction)

    const raw = (await v3(sge)).grandeur[0]?.points ?? []
    const best = await v3(sge, { mesuresCorrigees: true })

    expect(raw).toHaveLength(46)
    expect(raw.some(({ d }) => d === '2026-09-14 01:30:00')).toBe(false)
    expect(best.mesuresCorrigees).toBe('BEST')
    expect(best.grandeur[0]?.points.filter(({ n }) => n === 'C').map(({ d }) => d)).toEqual([
      '2026-09-14 03:30:00',
      '2026-09-14 04:00:00',
    ])
  })

  test('of both directions is told side by side in v2', async () => {
    const { grandeur } = await v2(await open({ production: {} }), { injection: true })

    expect(grandeur.map(({ grandeurMetier }) => grandeurMetier)).toEqual(['CONS', 'PROD'])
  })
})

describe('the life of a curve', () => {
  const collectedSince = (from: string): PointTold => ({ consumption: { curve: [{ from }] } })

  test('one that nobody ever asked for is refused', async () => {
    const sge = await open({ consumption: { curve: 'never' } })

    expect([await codeOfV2(sge, {}), await codeOfV3(sge, {})]).toEqual(['SGT4L9', 'SGT4L9'])
  })

  test('a home remembers its hours of five months before', async () => {
    const sge = await open(collectedSince('2026-09-01'))
    const hours = (await v3(sge, days('2026-08-31', '2026-09-02'))).grandeur[0]?.points ?? []

    expect(hours.map(({ p }) => p)).toEqual([...Array<string>(24).fill('PT60M'), ...Array<string>(48).fill('PT30M')])
    expect(await codeOfV3(sge, days('2026-04-01', '2026-04-03'))).toBe('200')
    expect(await codeOfV3(sge, days('2026-03-25', '2026-04-01'))).toBe('SGT4L9')
  })

  test('a company remembers ten minutes of 42 days, in V3 as well, and half as many if it produces', async () => {
    const company = await open({ segment: 'C4', ...collectedSince('2026-09-01') })
    const steps = ((await v3(company, days('2026-08-31', '2026-09-02'))).grandeur[0]?.points ?? []).map(({ p }) => p)
    const producer = await open({ segment: 'C4', ...collectedSince('2026-09-01'), production: {} })

    expect(steps).toEqual([...Array<string>(144).fill('PT10M'), ...Array<string>(288).fill('PT5M')])
    expect(await codeOfV3(company, days('2026-07-20', '2026-07-22'))).toBe('200')
    expect(await codeOfV3(producer, days('2026-07-20', '2026-07-22'))).toBe('SGT4L9')
    expect(await codeOfV3(producer, days('2026-08-11', '2026-08-12'))).toBe('200')
  })

  test('what the meter remembers is not told, if so switched', async () => {
    const sge = await open(collectedSince('2026-09-01'), { preActivationCurve: 'none' })

    expect(await codeOfV3(sge, days('2026-08-30', '2026-09-01'))).toBe('SGT4L9')
  })

  test('a customer who opposes it has none', async () => {
    expect(await codeOfV3(await open({ opposesCurve: true }), {})).toBe('SGT4H7')
  })
})

describe('energies, peaks and dials', () => {
  test('energies are told by day, with how they are known', async () => {
    const home = await v3(await open(), { ...energy, ...days('2026-09-01', '2026-09-15') })
    const company = await v3(await open({ segment: 'C4' }), { ...energy, ...days('2026-09-01', '2026-09-15') })

    expect(home).toMatchObject({ typeValeur: 'GLOBALE', modeCalcul: 'DIFF.INDEX', pas: 'P1D' })
    expect(company).toMatchObject({ typeValeur: 'GLOBALE', modeCalcul: 'INTEG.COURBE', pas: 'P1D' })
    expect(home.grandeur[0]).toMatchObject({ grandeurPhysique: 'EA', unite: 'Wh' })
    expect(home.grandeur[0]?.points).toHaveLength(14)
    expect(home.grandeur[0]?.points[0]?.d).toBe('2026-09-01 00:00:00')
  })

  test('energies of months are the sum of their days; a month of which a day is missing has none', async () => {
    const sge = await open()
    await sge.utility('loseReadings', { usagePoint: 'claire.home', when: '2026-08-11', of: 'everything' })
    const period = days('2026-07-01', '2026-09-01')

    const byDay = (await v2(sge, { ...energy, ...period })).grandeur[0]?.mesure ?? []
    const byMonth = (await v2(sge, { ...energy, mesuresPas: 'P1M', ...period })).grandeur[0]?.mesure

    const july = byDay.filter(({ d }) => d.startsWith('2026-07')).reduce((sum, { v }) => sum + (v ?? NaN), 0)
    expect(byDay).toHaveLength(61)
    expect(byMonth).toEqual([
      { v: july, d: '2026-07-01T00:00:00.000+02:00', p: 'P1M' },
      { v: null, d: '2026-08-01T00:00:00.000+02:00', p: 'P1M' },
    ])
  })

  test('peaks are in volt-amperes, at their own moment', async () => {
    const [first] = (await v3(await open(), { ...peaks, ...days('2026-09-14', '2026-09-15') })).grandeur

    expect(first).toMatchObject({ grandeurPhysique: 'PMA', unite: 'VA' })
    expect(first?.points[0]?.d).toMatch(/^2026-09-14 \d\d:\d\d:\d\d$/)
  })

  test('a month with fewer than seven daily peaks has no value', async () => {
    const sge = await open()
    const months = { ...peaks, mesuresPas: 'P1M' as const, ...days('2026-08-25', '2026-09-08') }

    const old = (await v2(sge, months)).grandeur[0]?.mesure.map(({ v }) => v)
    const few = (await v3(sge, { ...months, dateFin: '2026-09-04' })).grandeur[0]?.points.map(({ v }) => v)
    const { text } = await sge.ask('mesuresDetailleesV3', detailed.v3(prmIn(sge), { ...months, dateFin: '2026-09-04' }))

    expect(old).toEqual([expect.any(Number), expect.any(Number)])
    expect(few).toEqual([expect.any(String), null])
    expect(text).toContain('xsi:nil="true"')
  })

  test('dials are told by calendars and classes, and in all', async () => {
    const { contexte, grandeur } = await v3(await open(), { ...dials, ...days('2026-09-14', '2026-09-16') })
    const [told] = contexte[0]?.grandeur ?? []

    expect(grandeur).toEqual([])
    expect(contexte[0]).toMatchObject({ etapeMetier: 'BRUT', contexteReleve: 'COL', typeReleve: 'AQ' })
    expect(told?.calendrier.map(({ classeTemporelle }) => classeTemporelle.length)).toEqual([2, 4])
    expect(told?.cadranTotalisateur).toMatchObject({
      codeCadran: 'EAST',
      valeur: [{ d: '2026-09-14 00:00:00', iv: 0 }, { d: '2026-09-15 00:00:00' }],
    })
  })

  test('a company has dials of reactive energy as well', async () => {
    const { contexte } = await v3(await open({ segment: 'C2' }), { ...dials, grandeurPhysique: 'TOUT' })

    expect(contexte[0]?.grandeur.map(({ grandeurPhysique, unite }) => [grandeurPhysique, unite])).toEqual([
      ['EA', 'Wh'],
      ['ERI', 'VArh'],
      ['ERC', 'VArh'],
    ])
  })
})

describe('a period without data', () => {
  test('has an empty reply, and the journal says why', async () => {
    const sge = await open()
    await sge.utility('loseReadings', { usagePoint: 'claire.home', when: '2026-09-14', of: 'everything' })

    expect(await v2(sge)).toEqual({ grandeur: [] })
    expect(await v3(sge, energy)).toEqual({ grandeur: [], contexte: [] })
    expect(sge.findings().map((one) => 'finding' in one && one.finding)).toContain('no-data')
  })

  test('ends today: yesterday is not there before it is published', async () => {
    const sge = await openSge(at(), { probing: false, start: '2026-10-06T05:00:00.000Z' })

    expect(await v3(sge, { ...energy, ...days('2026-10-05', '2026-10-06') })).toEqual({ grandeur: [], contexte: [] })
  })
})

describe('refuses', () => {
  test.each<[string, V2]>([
    ['SGT4L8', days('2026-09-01', '2026-09-09')],
    ['200', days('2026-09-01', '2026-09-08')],
    ['SGT4L8', days('2024-10-01', '2024-10-03')],
    ['SGT4L8', { ...energy, ...days('2023-10-01', '2023-10-09') }],
    ['200', { ...energy, ...days('2023-10-07', '2026-10-06') }],
    ['SGT4K1', days('2026-10-05', '2026-10-07')],
    ['SGT4K4', days('2026-09-02', '2026-09-01')],
    ['SGT4K4', days('2026-09-02', '2026-09-02')],
    ['SGT4K2', { accordClient: false }],
    ['SGT4Q1', { grandeurPhysique: 'EA' }],
    ['SGT4Q1', { grandeurPhysique: '' }],
    ['SGT4Q1', { ...peaks, grandeurPhysique: 'PA' }],
    ['SGT579', { grandeurPhysique: 'PRI' }],
    ['SGT585', { soutirage: false }],
    ['SGT583', { soutirage: false, injection: true }],
    ['SGT401', { pointId: '99999999999999' }],
  ])('a home with %s: %j', async (code, more) => {
    expect(await codeOfV2(await open(), more)).toBe(code)
  })

  test('days before the point was in service, or before its holder moved in', async () => {
    const sge = await open({ commissionedOn: '2026-01-01', movedIn: '2026-06-01' })

    expect(await codeOfV3(sge, { ...energy, ...days('2025-12-30', '2026-01-03') })).toBe('SGT4G1')
    expect(await codeOfV3(sge, { ...energy, ...days('2026-05-30', '2026-06-03') })).toBe('SGT4G1')
  })

  test('energies of companies in v2 alone, and what a kind of meter does not measure', async () => {
    const company = await open({ segment: 'C3' })
    const producer = await open({ consumption: null, production: {} })

    expect(await codeOfV2(company, energy)).toBe('SGT579')
    expect(await codeOfV3(company, energy)).toBe('200')
    expect(await codeOfV3(producer, {})).toBe('SGT466')
    expect(await codeOfV3(producer, { ...peaks, sens: 'INJECTION' })).toBe('SGT579')
    expect(await codeOfV3(await open(), { ...dials, grandeurPhysique: 'ERI' })).toBe('SGT579')
  })

  test('a meter that does not communicate', async () => {
    const sge = await open({ servicesLevel: '0', consumption: { curve: 'never' } })

    expect(await codeOfV3(sge, energy)).toBe('SGT4M9')
  })

  test.each([
    ['eightDays', '200', '200', 'SGT4L8'],
    ['catalogue', '200', 'SGT4L8', 'SGT4L8'],
  ])('long windows of V3 by the switch %s (R40)', async (cmd3Window, five, six, eight) => {
    const sge = await open({}, { cmd3Window })
    const until = (day: string) => codeOfV3(sge, days('2026-09-01', day))

    expect([await until('2026-09-06'), await until('2026-09-07'), await until('2026-09-09')]).toEqual([
      five,
      six,
      eight,
    ])
  })
})

describe('the frame of access', () => {
  test('a service of access must be active, for the measures and the direction asked for', async () => {
    const service = { usagePoint: 'home', family: 'acces' as const, measures: 'ENERGIE' as const, periodicity: null }
    const sge = await open({}, {}, { sge: { services: { days: service } } })
    const by = (more: V3) => codeOfV3(sge, { cadreAcces: 'SERVICE_ACCES', ...more })

    expect(await by(energy)).toBe('200')
    expect(await by({})).toBe('SGT4G2')
    const collected = await open({}, {}, { sge: { services: { days: { ...service, family: 'collecte' } } } })
    expect(await codeOfV3(collected, { ...energy, cadreAcces: 'SERVICE_ACCES' })).toBe('SGT4G2')
    expect(await codeOfV3(await open(), { ...energy, cadreAcces: 'SERVICE_ACCES' })).toBe('SGT4G2')
  })

  test('a party reads its own points without anyone’s agreement, while it has held them', async () => {
    const identity = {
      kind: 'legalEntity' as const,
      name: 'ACME',
      tradingName: 'ACME',
      industry: 'Conseil',
      businessCode: '7022Z',
      siret: '00012345600018',
    }
    const shop = { commissionedOn: '2019-03-04', movedIn: '2026-06-01' }
    const given = { customers: { acme: { identity, usagePoints: { shop } } }, sge: { party: { siren: '000123456' } } }
    const sge = await openSge(given, { probing: false })
    const shopId = sge.state(({ names }) => names.usagePoint['acme.shop'] as string)
    const own = (more: V3) =>
      codeOf(sge, 'mesuresDetailleesV3', detailed.v3(shopId, { ...energy, cadreAcces: 'EST_TITULAIRE', ...more }))

    expect(await own({})).toBe('200')
    expect(await own(days('2026-05-30', '2026-06-02'))).toBe('SGT4N1')
    expect(await codeOfV3(await open(), { cadreAcces: 'EST_TITULAIRE' })).toBe('SGT4N1')
  })
})

describe('the authorisation of the customer', () => {
  const breaches = (sge: Sge) =>
    sge.findings().flatMap((one) => ('finding' in one && one.finding.startsWith('authorisation-') ? [one.finding] : []))

  test('is looked for in the journal where a client declares that there is one', async () => {
    const signed = await open()
    await v3(signed)
    const unsigned = await open({}, {}, { sge: { authorisations: {} } })
    await v3(unsigned)

    expect(breaches(signed)).toEqual([])
    expect(breaches(unsigned)).toHaveLength(1)
  })

  test('must cover what is read, also where it is not measures', async () => {
    const hers = { customer: 'claire', data: ['dailyEnergy' as const] }
    const sge = await open({}, {}, { sge: { authorisations: { hers } } })
    const [pointId, user] = [prmIn(sge), { loginUtilisateur: login }]

    await v3(sge, energy)
    expect(breaches(sge)).toEqual([])
    await told(sge, 'donneesTechniquesContractuelles', { pointId, ...user, autorisationClient: true })
    await v2(sge, peaks)

    expect(breaches(sge)).toEqual(['authorisation-data-not-covered', 'authorisation-data-not-covered'])
  })
})

describe('the platform of homologation as it was found', () => {
  const faithful = { platform: 'faithful' }
  const homologation = { sge: { environment: 'homologation' as const } }

  test('has no capacitive or voltage curves, and nothing that is produced', async () => {
    const company = await open({ segment: 'C4', production: {} }, faithful, homologation)

    expect(await codeOfV3(company, { grandeurPhysique: 'PRC' })).toBe('SGT500')
    expect(await codeOfV3(company, { grandeurPhysique: 'E' })).toBe('SGT500')
    expect(await codeOfV3(company, { sens: 'INJECTION' })).toBe('SGT500')
    expect((await v3(company, { grandeurPhysique: 'TOUT' })).grandeur.map((one) => one.grandeurPhysique)).toEqual([
      'PA',
      'PRI',
    ])
  })

  test('has them once it is repaired, and in production', async () => {
    const repaired = await open({ segment: 'C4' }, {}, homologation)
    const production = await open({ segment: 'C4' }, faithful)

    expect(await codeOfV3(repaired, { grandeurPhysique: 'PRC' })).toBe('200')
    expect(await codeOfV3(production, { grandeurPhysique: 'PRC' })).toBe('200')
  })
})
