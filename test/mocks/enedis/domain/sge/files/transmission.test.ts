import { describe, expect, test } from 'vitest'
import { writeAuthorisation } from '../../../../../../mocks/enedis/domain/sge/authorisations/authorisation.ts'
import { stopTransmission } from '../../../../../../mocks/enedis/domain/sge/files/due.ts'
import { loadCurve } from '../../../../../../mocks/enedis/domain/measures.ts'
import { parisInstant } from '../../../../../../mocks/enedis/domain/paris.ts'
import { fillReadings, loseReadings, wholeDay } from '../../../../../../mocks/enedis/domain/reading-changes.ts'
import { authorisedData } from '../../../../../../mocks/enedis/model/index.ts'
import { contract, openNights, recipient, type Nights } from '../../../../../support/enedis-nights.ts'
import { look, measuresOf, question } from '../../meter-state.ts'

/** Of each deposit of a flow: when, and the days that it tells. */
const toldBy = (nights: Nights, flow: string) =>
  nights.deposits(flow).map((deposit) => {
    const days = nights.open(deposit).flatMap(({ text }) => [...text.matchAll(/<Date_Releve>([^<]*)</g)])
    return [deposit.at.slice(0, 16), days.map(([, day]) => day)]
  })
const c4 = { segment: 'C4' } as const

describe('a flow that somebody subscribes to', () => {
  test('brings half hours of the day before each morning, from the day on which the service is active', () => {
    const nights = openNights()
    nights.subscribe(nights.point())

    nights.until('2026-11-05T12:00:00.000Z')

    expect(toldBy(nights, 'R50')).toEqual([
      ['2026-11-03T07:00', ['2026-11-02']],
      ['2026-11-04T07:00', ['2026-11-03']],
      ['2026-11-05T07:00', ['2026-11-04']],
    ])
  })

  test('brings indexes of C5 two nights later, about three', () => {
    const nights = openNights()
    nights.subscribe(nights.point(), { measures: 'IDX' })

    nights.until('2026-11-05T12:00:00.000Z')

    expect(toldBy(nights, 'R151')).toEqual([
      ['2026-11-04T02:00', ['2026-11-02']],
      ['2026-11-05T02:00', ['2026-11-03']],
    ])
  })

  test('brings curves of C4 before indexes of C4, a file for each point', () => {
    const nights = openNights()
    const points = [nights.point(c4), nights.point(c4)]
    for (const point of points) nights.subscribe(point)
    nights.subscribe(points[0] as never, { measures: 'IDX' })

    nights.until('2026-11-03T12:00:00.000Z')

    const [curves, indexes] = nights.deposits()
    expect([curves?.flow, curves?.at, curves?.files.length]).toEqual(['R4Q', '2026-11-03T05:00:00.000Z', 2])
    expect([indexes?.flow, indexes?.at]).toEqual(['R171', '2026-11-03T07:00:00.000Z'])
    const dates = [...(nights.open(indexes as never)[0]?.text ?? '').matchAll(/<dateFin>([^<]*)</g)]
    expect(new Set(dates.map(([, date]) => date))).toEqual(new Set(['2026-11-03T00:00:00']))
  })

  test('brings curves of both directions in one archive, and those of another contract in one of another name', () => {
    const nights = openNights()
    const point = nights.point({ ...c4, production: {} })
    nights.subscribe(point)
    nights.subscribe(point, { direction: 'production' })
    const [mine] = Object.values(nights.state.sge.contracts)
    const other = { ...mine, id: '7654321' as never } as NonNullable<typeof mine>
    nights.state.sge.contracts[other.id] = other
    nights.subscribe(point, { contract: other.id })

    nights.until('2026-11-03T12:00:00.000Z')

    const files = nights
      .deposits('R4Q')
      .map(({ archive, files }) => [archive.slice(-6), files.map((one) => one.split('_')[5])])
    expect(files).toEqual([
      ['00.zip', ['C', 'P']],
      ['01.zip', ['C']],
    ])
  })

  test('brings a curve as measured and as corrected in archives of their own', () => {
    const nights = openNights()
    const told = { periodicity: 'P1D', from: '2026-11-02', until: null } as const
    const publications = [false, true].map((corrected) => ({ ...told, corrected }))
    nights.subscribe(nights.point(c4), { family: 'acces', periodicity: null, publications })
    nights.subscribe(nights.point(), { family: 'acces', periodicity: null, publications })

    nights.until('2026-11-03T12:00:00.000Z')

    const natures = nights
      .deposits('R4Q')
      .map((deposit) => nights.open(deposit).map(({ text }) => />(Brute|Corrigée)</.exec(text)?.[1]))
    expect(natures).toEqual([['Brute'], ['Corrigée']])
    expect(nights.deposits('R50').map(({ usagePoints }) => usagePoints.length)).toEqual([1])
  })

  test.each([
    ['P7D', 'R4H', ['2026-11-09', '2026-11-16']],
    ['P1M', 'R4M', ['2026-12-01']],
  ] as const)('brings what is asked for by %s when the period is over, as %s', (periodicity, flow, days) => {
    const nights = openNights()
    nights.subscribe(nights.point(c4), { periodicity })

    nights.until(days.at(-1) + 'T12:00:00.000Z')

    expect(nights.deposits(flow).map(({ at }) => at.slice(0, 10))).toEqual(days)
    const [first] = nights.open(nights.deposits(flow)[0] as never)
    expect(first?.text).toContain('<Horodatage_Debut>2026-11-02T00:00:00+01:00</Horodatage_Debut>')
  })

  test('brings the same energy as the curve of the interfaces, and names the order that began it', () => {
    const nights = openNights()
    const point = nights.point()
    const { affaire } = nights.subscribe(point)

    nights.until('2026-11-03T12:00:00.000Z')

    const text = nights.open(nights.deposits('R50')[0] as never)[0]?.text ?? ''
    const watts = [...text.matchAll(/<V>([^<]*)</g)].map(([, value]) => Number(value))
    const asked = question(point, '2026-11-02', '2026-11-03', { audience: 'sge' })
    const curve = measuresOf(loadCurve(nights.state, asked, look({}, { now: '2026-11-03T12:00:00.000Z' })))
    expect(watts).toEqual(curve.map((one) => one.watts))
    expect(text).toContain(`<Id_Affaire>${affaire}</Id_Affaire>`)
  })

  test('tells a day that has come late with the file that follows', () => {
    const nights = openNights()
    const point = nights.point()
    nights.subscribe(point)
    const lost = { usagePoint: point.id, direction: 'consumption' as const, ...wholeDay('2026-11-03') }
    nights.until('2026-11-03T12:00:00.000Z')
    loseReadings(nights.state, { which: lost, of: 'everything', filledAt: null }, nights.house())
    nights.until('2026-11-05T12:00:00.000Z')
    fillReadings(nights.state, point.id, nights.house())

    nights.until('2026-11-07T12:00:00.000Z')

    expect(toldBy(nights, 'R50').slice(1)).toEqual([
      ['2026-11-04T07:00', ['2026-11-03']],
      ['2026-11-05T07:00', ['2026-11-04']],
      ['2026-11-06T07:00', ['2026-11-03', '2026-11-05']],
      ['2026-11-07T07:00', ['2026-11-06']],
    ])
  })

  test('numbers its files, and splits more points than an archive holds', () => {
    const nights = openNights({ start: '2026-11-28T09:00:00.000Z' })
    for (let number = 0; number < 101; number++) nights.subscribe(nights.point(), { periodicity: 'P1M' })

    nights.until('2026-12-01T12:00:00.000Z')

    const names = nights.deposits('R50').map(({ archive }) => archive.split('_').slice(5, 9).join(' '))
    expect(names).toEqual(['00001 M 00001 00002', '00002 M 00002 00002'])
    expect(nights.deposits('R50').map(({ usagePoints }) => usagePoints.length)).toEqual([100, 1])
  })

  test('tells the last day of a service that has ended, and nothing after', () => {
    const nights = openNights()
    nights.subscribe(nights.point(), { until: '2026-11-03' })

    nights.until('2026-11-10T12:00:00.000Z')

    expect(toldBy(nights, 'R50')).toEqual([
      ['2026-11-03T07:00', ['2026-11-02']],
      ['2026-11-04T07:00', ['2026-11-03']],
    ])
    expect(nights.agenda.size).toBe(0)
  })

  test('tells nothing of the day on which a service is stopped', () => {
    const nights = openNights()
    const service = nights.subscribe(nights.point())
    nights.until('2026-11-04T12:00:00.000Z')

    service.stopped = { at: '2026-11-04T12:00:00.000Z', affaire: service.affaire, because: 'Arrêt' }
    stopTransmission(nights.state, service, nights.house())
    nights.until('2026-11-10T12:00:00.000Z')

    expect(toldBy(nights, 'R50').map(([, days]) => days)).toEqual([['2026-11-02'], ['2026-11-03']])
    expect(nights.agenda.size).toBe(0)
  })

  test('goes to the channel that the contract names by then, and to none of a contract that has ended', () => {
    const nights = openNights()
    nights.subscribe(nights.point())
    const [contract] = Object.values(nights.state.sge.contracts)

    nights.until('2026-11-03T12:00:00.000Z')
    Object.assign(contract as object, { channel: 'sftp://localhost:2222/in' })
    nights.until('2026-11-04T12:00:00.000Z')
    Object.assign(contract as object, { state: 'ended' })
    nights.until('2026-11-05T12:00:00.000Z')

    expect(nights.sent().map(({ to }) => to)).toEqual(['folder:', 'sftp://localhost:2222/in'])
  })
})

describe('nothing is due', () => {
  test('where nobody subscribes', () => {
    const nights = openNights()
    nights.point()

    expect(nights.agenda.size).toBe(0)
  })

  test('once a service has ended that was never active', () => {
    const nights = openNights()
    const service = nights.subscribe(nights.point(), { activeAt: parisInstant('2026-11-20') })

    service.stopped = { at: '2026-11-02T10:00:00.000Z', affaire: service.affaire, because: 'Arrêt' }
    stopTransmission(nights.state, service, nights.house())

    expect(nights.agenda.size).toBe(0)
  })

  test('more often than once a day for each flow, however many points there are', () => {
    const nights = openNights()
    for (let number = 0; number < 20; number++) nights.subscribe(nights.point())

    expect([...nights.agenda.values()].map(({ args }) => args)).toEqual([{ flow: 'R50' }])
  })
})

test('homologation emits no files, unless a story wants them, which leaves a finding', () => {
  const files = (flowsInHomologation: boolean) => {
    const nights = openNights()
    nights.state.sge.flowsInHomologation = flowsInHomologation
    nights.subscribe(nights.point(), { environment: 'homologation' })
    nights.until('2026-11-03T12:00:00.000Z')
    return [nights.deposits().length, nights.findings.map(({ finding }) => finding)]
  }

  expect(files(false)).toEqual([0, []])
  expect(files(true)).toEqual([1, ['flow-in-homologation']])
})

describe('a service of access brings', () => {
  const daily = { family: 'acces', periodicity: null } as const
  const each = { corrected: false, periodicity: 'P1D', from: '2026-11-02', until: null } as const
  type Header = { header: { codeFlux: string; modePublication: string; idDemande: string } }
  const read = (nights: Nights, deposit: Parameters<Nights['open']>[0]) =>
    JSON.parse(nights.open(deposit)[0]?.text ?? '') as Header & { mesures: { idPrm: string }[] }

  test('highest powers of homes in R66B, encrypted as all that comes by night, and energies in nothing', () => {
    const nights = openNights()
    const point = nights.point()
    nights.subscribe(point, { ...daily, measures: 'PMAX', publications: [each] })
    nights.subscribe(point, { ...daily, measures: 'ENERGIE', publications: [each] })
    nights.subscribe(nights.point(c4), { ...daily, measures: 'PMAX', publications: [each] })

    nights.until('2026-11-03T12:00:00.000Z')

    const [deposit] = nights.deposits()
    expect(nights.deposits().map(({ flow, at }) => [flow, at])).toEqual([['R66B', '2026-11-03T07:00:00.000Z']])
    expect(deposit?.archive).toBe(`ENEDIS_R66B_Q_Pmax_${contract}_00001_20261103080000.zip`)
    expect(deposit?.encryption).not.toBeNull()
    const { header, mesures } = read(nights, deposit as never)
    expect(header).toMatchObject({ codeFlux: 'R66B', modePublication: 'Q', idDemande: contract })
    expect(mesures).toMatchObject([
      { idPrm: point.id, periode: { dateDebut: '2026-11-02', dateFin: '2026-11-03' }, grandeur: [{ unite: 'VA' }] },
    ])
  })

  test('curves and indexes of companies in R63A and R64A and those of homes in R63B and R64B, where a switch says so', () => {
    const nights = openNights({ switches: { accessFiles: 'R6x' } })
    for (const point of [nights.point(c4), nights.point()]) {
      for (const measures of ['CDC', 'IDX'] as const)
        nights.subscribe(point, { ...daily, measures, publications: [each] })
    }
    nights.subscribe(nights.point())

    nights.until('2026-11-03T12:00:00.000Z')

    const flows = nights.deposits().map(({ flow }) => flow)
    expect(flows.sort()).toEqual(['R50', 'R63A', 'R63B', 'R64A', 'R64B'])
    const told = nights.deposits('R63A').map((deposit) => read(nights, deposit).mesures.length)
    expect(told).toEqual([1])
  })
})

test('files that go on after the customer took back what they signed leave a finding, until the service is stopped', () => {
  const nights = openNights()
  const point = nights.point()
  const [holder] = point.holders
  const signed = { purposes: ['suivi'], use: 'suivi', data: [...authorisedData], free: true }
  writeAuthorisation(nights.state, {
    ...{ id: 'signed', party: recipient, customer: holder?.customer as never, usagePoints: null, ...signed },
    kind: 'consent',
    ...{ issuedOn: '2026-11-01', validUntil: null, withdrawnOn: '2026-11-04' },
  })
  const service = nights.subscribe(point)
  const found = () => nights.findings.map(({ finding }) => finding)

  nights.until('2026-11-03T12:00:00.000Z')
  const before = found()
  nights.until('2026-11-04T12:00:00.000Z')
  const after = found()
  service.stopped = { at: '2026-11-06T12:00:00.000Z', affaire: service.affaire, because: 'stopped' }
  nights.until('2026-11-05T12:00:00.000Z')

  expect([before, after, found()]).toEqual([[], ['authorisation-withdrawn'], ['authorisation-withdrawn']])
  expect(nights.deposits('R50')).toHaveLength(3)
})

test('the same story and seed give the same bytes, another seed gives others', () => {
  const bytes = (seed: string) => {
    const nights = openNights({ seed })
    nights.subscribe(nights.point())
    nights.subscribe(nights.point(c4))
    nights.until('2026-11-04T12:00:00.000Z')
    return nights.deposits().map((deposit) => deposit.bytes)
  }

  expect(bytes('one')).toEqual(bytes('one'))
  expect(bytes('one')).not.toEqual(bytes('other'))
})
