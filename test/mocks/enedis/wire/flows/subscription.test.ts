import { XMLParser } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { r50Days } from '../../../../../mocks/enedis/domain/flows/r50.ts'
import { loadCurve } from '../../../../../mocks/enedis/domain/measures.ts'
import { daysLater } from '../../../../../mocks/enedis/domain/paris.ts'
import type { R151Calendar } from '../../../../../mocks/enedis/views/index.ts'
import { encodeR151, encodeR50 } from '../../../../../mocks/enedis/wire/flows/subscription.ts'
import { encodeLoadCurve } from '../../../../../mocks/enedis/wire/v2/measures.ts'
import { byNight, days } from '../../domain/flows/night.ts'
import { look, measuresOf, oneMeter, question } from '../../domain/meter-state.ts'
import { at, golden, recipient, seconds, usagePoint } from './samples.ts'

const head = { recipient, contract: 'GRD-F0001', subscription: '12345678', at }
const other = '25000000000347' as typeof usagePoint
const halfHours = [
  { endsAt: seconds('2026-11-15T00:30:00+01:00'), watts: 412 },
  { endsAt: seconds('2026-11-15T01:00:00+01:00'), watts: null },
  { endsAt: seconds('2026-11-16T00:00:00+01:00'), watts: 0 },
]

test('spells half hours of homes as promised: one that is missing, and a day that has not come', async () => {
  const file = encodeR50(head, [
    { usagePoint, order: 'A0B1C2D3', days: [{ day: '2026-11-15', points: halfHours }] },
    { usagePoint: other, order: null, days: [{ day: '2026-11-15', points: [] }] },
  ])

  await expect(`${file}\n`).toMatchFileSnapshot(golden('r50.xml'))
})

test('spells dials of homes as promised: those that are not known, and a point without calendars', async () => {
  const calendar = (id: string, label: string, classes: R151Calendar['classes']) => ({ id, label, classes })
  const told = (id: string, rank: number, wh: number | null) => ({ id, label: `Heures ${id}`, rank, wh })
  const supplier = calendar('FC000002', 'Heures Pleines Heures Creuses', [told('HC', 1, 4000), told('HP', 2, 9000)])
  const distributor = calendar('DI000002', 'Avec différenciation temporelle', [
    told('HC', 1, null),
    told('HP', 2, null),
  ])

  const file = encodeR151(head, [
    {
      usagePoint,
      order: 'A0B1C2D3',
      days: [
        { day: '2026-11-14', supplier, distributor, peakVa: 4321 },
        { day: '2026-11-15', supplier: null, distributor, peakVa: null },
      ],
    },
  ])

  await expect(`${file}\n`).toMatchFileSnapshot(golden('r151.xml'))
})

type Pdc = { H: string; V?: string; IV?: string }
type Parsed = { R50: { PRM: { Donnees_Releve: { PDC: Pdc[] } } } }
const parser = new XMLParser({ parseTagValue: false })

describe('a day of a home, read out of its file', () => {
  const read = (day: string, seed = 'seed') => {
    const meter = oneMeter({}, { seed })
    const period = days(day)
    const told = r50Days(byNight(meter, { seed }), { direction: 'consumption', period, before: null })
    const file = encodeR50(head, [{ usagePoint: meter.point.id, order: null, days: told }])
    return { meter, pdc: (parser.parse(file) as Parsed).R50.PRM.Donnees_Releve.PDC }
  }

  test('is the one that v2 of Data Connect spells, value by value, whichever day', () => {
    const anyDay = fc.oneof(
      fc.constantFrom('2025-10-26', '2026-03-29', '2026-10-25'),
      fc.integer({ min: 2, max: 600 }).map((back) => daysLater('2026-11-16', -back)),
    )
    fc.assert(
      fc.property(fc.string(), anyDay, (seed, day) => {
        const { meter, pdc } = read(day, seed)
        const about = {
          usagePoint: meter.point.id,
          from: day,
          until: daysLater(day, 1),
          direction: 'consumption' as const,
        }
        const curve = measuresOf(
          loadCurve(meter.state, question(meter.point, day, about.until, { audience: 'v2' }), look({}, { seed })),
        )
        const { grandeur } = JSON.parse(encodeLoadCurve(about, curve)) as {
          grandeur: [{ points: { d: string; v: string }[] }]
        }

        expect(pdc.map(({ H, V }) => [H.slice(0, 19).replace('T', ' '), V])).toEqual(
          grandeur[0].points.map(({ d, v }) => [d, v]),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('has each moment once, on the long day and on the short one', () => {
    for (const [day, count] of [
      ['2026-10-25', 50],
      ['2026-03-29', 46],
    ] as const) {
      const stamps = read(day).pdc.map(({ H }) => H)
      expect(new Set(stamps.map(seconds)).size).toBe(count)
      expect(stamps.at(-1)).toMatch(new RegExp(`^${daysLater(day, 1)}T00:00:00`))
    }
  })
})
