import { XMLParser } from 'fast-xml-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meterByNight } from '../../../../../mocks/enedis/domain/flows/meter.ts'
import { r4Curves } from '../../../../../mocks/enedis/domain/flows/r4.ts'
import { r50Days } from '../../../../../mocks/enedis/domain/flows/r50.ts'
import { daysLater } from '../../../../../mocks/enedis/domain/paris.ts'
import type { UsagePointId } from '../../../../../mocks/enedis/model/index.ts'
import { encodeR4 } from '../../../../../mocks/enedis/wire/flows/r4.ts'
import { encodeR50 } from '../../../../../mocks/enedis/wire/flows/subscription.ts'
import { claireAt, openApis } from '../../../../support/enedis-apis.ts'
import { openSge, type Sge } from '../../../../support/enedis-sge.ts'
import { detailed, told } from '../../../../support/enedis-sge-replies.ts'
import { days, flowSettings } from '../../domain/flows/night.ts'

/** A Monday after two long days and two short ones that a curve still reaches. */
const now = '2026-11-16T11:00:00.000Z'
const anyDay = fc.oneof(
  fc.integer({ min: 1, max: 700 }).map((ago) => daysLater('2026-11-16', -ago)),
  fc.constantFrom('2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25'),
)

/** One home or company, asked by every door. */
async function everyDoor(seed: string, { segment, produces }: { segment: 'C4' | 'C5'; produces: boolean }) {
  const given = claireAt({ segment, ...(produces && { production: {} }) }, { ago: 'P1Y' })
  const apis = await openApis(given, { now, seed })
  const sge = await openSge(given, { start: now, seed, probing: false })
  const prm = apis.prm() as UsagePointId
  return {
    apis,
    sge,
    prm,
    byNight: <T>(read: (metered: ReturnType<typeof meterByNight>) => T) =>
      sge.state((state) => read(meterByNight(state, prm, { now, seed }))),
  }
}
type Doors = Awaited<ReturnType<typeof everyDoor>>

type V5 = { meter_reading: { interval_reading: { date: string; value: string }[] } }
type V2 = { grandeur: { points: { d: string; v: string }[] }[] }
const next = (day: string) => daysLater(day, 1)
const naive = (stamp: string) => stamp.slice(0, 19).replace('T', ' ')

async function byDataConnect({ apis, prm }: Doors, day: string) {
  const v5 = await apis.read('/metering_data_clc/v5/consumption_load_curve', {
    usage_point_id: prm,
    start: day,
    end: next(day),
  })
  const v2 = await apis.read('/mesure_synchrone_auto/v2/courbe_de_charge_consommation', {
    pointId: prm,
    dateDebut: day,
    dateFin: next(day),
  })
  return {
    v5: ((await v5.json()) as V5).meter_reading.interval_reading.map(({ date, value }) => [date, Number(value)]),
    v2: ((await v2.json()) as V2).grandeur[0]?.points.map(({ d, v }) => [d, Number(v)]),
  }
}

const daily = { mesuresTypeCode: 'ENERGIE', grandeurPhysique: 'EA' } as const

async function bySge(sge: Sge, prm: string, day: string) {
  const period = { dateDebut: day, dateFin: next(day) }
  const old = await told(sge, 'mesuresDetailleesV2', detailed.v2(prm, period))
  const today = await told(sge, 'mesuresDetailleesV3', detailed.v3(prm, period))
  const energy = await told(sge, 'mesuresDetailleesV3', detailed.v3(prm, { ...daily, ...period }))
  return {
    v2: (old.grandeur[0]?.mesure ?? []).map(({ d, v }) => [naive(d), v] as const),
    v3: (today.grandeur[0]?.points ?? []).map(({ d, v, p }) => ({
      d,
      watts: Number(v),
      minutes: Number(/\d+/.exec(p ?? '')?.[0]),
    })),
    energyWh: Number(energy.grandeur[0]?.points[0]?.v),
  }
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '' })
const listed = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one])

/** The half hours of a file of R50, by the clock. */
function inR50({ prm, byNight }: Doors, day: string) {
  const told = byNight((metered) => r50Days(metered, { direction: 'consumption', period: days(day), before: null }))
  const head = { recipient: '17XWATTPROOF0001', contract: '1111111', subscription: '12345678', at: now }
  const file = parser.parse(encodeR50(head, [{ usagePoint: prm, order: null, days: told }])) as {
    R50: { PRM: { Donnees_Releve: { PDC: { H: string; V: string }[] } } }
  }
  return file.R50.PRM.Donnees_Releve.PDC.map(({ H, V }) => [naive(H), Number(V)])
}

type R4Point = { Horodatage: string; Valeur_Point: string }
type R4 = { Courbe: { Corps: { Donnees_Courbe: { Donnees_Point_Mesure: R4Point[] } } } }

/** The kilowatts of a file of R4x, and how many minutes each lasts. */
function inR4({ prm, byNight }: Doors, day: string, r4Step: '5' | '10') {
  const series = { direction: 'consumption', stage: 'BRUT' } as const
  const [active] = byNight((metered) => r4Curves(metered, series, days(day), flowSettings({ r4Step })))
  const head = {
    recipient: '17XWATTPROOF0001',
    frequency: 'Q',
    usagePoint: prm,
    reference: '98765432',
    stage: 'BRUT',
  } as const
  const file = encodeR4({ ...head, at: now }, active ? [active] : [], { reactiveUnit: 'kVAr' })
  const points = (parser.parse(file) as R4).Courbe.Corps.Donnees_Courbe.Donnees_Point_Mesure
  return listed(points).map(({ Horodatage, Valeur_Point }) => [naive(Horodatage), Number(Valeur_Point)] as const)
}

test('a home has one curve in R50, in v2 and v5 of Data Connect and in v2 and V3 of SGE, whichever day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), anyDay, fc.boolean(), async (seed, day, produces) => {
      const doors = await everyDoor(seed, { segment: 'C5', produces })

      const api = await byDataConnect(doors, day)
      const sge = await bySge(doors.sge, doors.prm, day)
      const v3 = sge.v3.map(({ d, watts }) => [d, watts])

      expect(v3.length).toBeGreaterThanOrEqual(46)
      expect(inR50(doors, day)).toEqual(v3)
      expect(api.v2).toEqual(v3)
      expect(api.v5).toEqual(v3)
      expect(sge.v2).toEqual(v3)
      expect(sge.v3.reduce((wh, { watts, minutes }) => wh + (watts * minutes) / 60, 0)).toBe(sge.energyWh)
    }),
    { numRuns: 30 },
  )
})

test.each(['5', '10'] as const)(
  'a company has one energy in R4x of %s minutes and in V3, to less than what a kilowatt rounds off, whichever day',
  async (r4Step) => {
    await fc.assert(
      fc.asyncProperty(fc.string(), anyDay, async (seed, day) => {
        const doors = await everyDoor(seed, { segment: 'C4', produces: false })

        const { v3, energyWh } = await bySge(doors.sge, doors.prm, day)
        const file = inR4(doors, day, r4Step)

        const minutes = Number(r4Step)
        const fileWh = file.reduce((wh, [, kw]) => wh + kw * 1000 * (minutes / 60), 0)
        const curveWh = v3.reduce((wh, { watts }) => wh + (watts * 5) / 60, 0)
        expect(file.map(([stamp]) => stamp)).toEqual(v3.filter((_, at) => at % (minutes / 5) === 0).map(({ d }) => d))
        expect(curveWh).toBeCloseTo(energyWh, 6)
        expect(energyWh - fileWh).toBeGreaterThanOrEqual(-1e-6)
        expect(energyWh - fileWh).toBeLessThan(1000 * (minutes / 60))
      }),
      { numRuns: 20 },
    )
  },
)
