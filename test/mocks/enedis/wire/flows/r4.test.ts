import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { r4Curves } from '../../../../../mocks/enedis/domain/flows/r4.ts'
import type { R4Curve } from '../../../../../mocks/enedis/views/index.ts'
import { encodeR4, type R4Head } from '../../../../../mocks/enedis/wire/flows/r4.ts'
import { oneMeter } from '../../domain/meter-state.ts'
import { byNight, days, drawn, flowSettings } from '../../domain/flows/night.ts'
import { at, golden, recipient, seconds, usagePoint } from './samples.ts'

const head: R4Head = { recipient, frequency: 'Q', usagePoint, reference: '98765432', stage: 'BRUT', at }
const points = [
  { startsAt: seconds('2026-11-15T00:00:00+01:00'), value: 5, status: 'R' },
  { startsAt: seconds('2026-11-15T00:05:00+01:00'), value: null, status: 'R' },
  { startsAt: seconds('2026-11-15T00:10:00+01:00'), value: 6, status: 'C' },
] as const
const curve = (quantity: R4Curve['quantity']): R4Curve => ({
  quantity,
  direction: 'consumption',
  granularity: 5,
  from: points[0].startsAt,
  until: points[0].startsAt + 900,
  points: [...points],
})

test('spells curves of C4 as promised', async () => {
  const file = encodeR4(head, (['EA', 'ERI', 'ERC', 'E'] as const).map(curve), { reactiveUnit: 'kVAr' })

  await expect(`${file}\n`).toMatchFileSnapshot(golden('r4q.xml'))
})

test('names the unit of reactive power as the guide does, if so told', () => {
  const units = (reactiveUnit: 'kVAr' | 'kWr') =>
    encodeR4(head, [curve('EA'), curve('ERI'), curve('ERC')], { reactiveUnit }).match(/<Unite_Mesure>\w+/g)

  expect(units('kWr')).toEqual(['<Unite_Mesure>kW', '<Unite_Mesure>kWr', '<Unite_Mesure>kWr'])
  expect(units('kVAr')?.[1]).toBe('<Unite_Mesure>kVAr')
})

test('tells whose curves, how often, and whether corrected, in its head', () => {
  const corrected = encodeR4(
    { ...head, frequency: 'M', stage: 'BEST' },
    [{ ...curve('EA'), direction: 'production' }],
    {
      reactiveUnit: 'kVAr',
    },
  )

  for (const part of ['<Identifiant_Flux>R4M<', 'mensuelle', '>Corrigée<', '>PROD<']) expect(corrected).toContain(part)
})

type Parsed = {
  Courbe: { Corps: { Donnees_Courbe: { Horodatage_Fin: string; Donnees_Point_Mesure: { Horodatage: string }[] } } }
}

const stampsOf = (day: string) => {
  const curves = r4Curves(byNight(oneMeter({ segment: 'C4' })), drawn, days(day), flowSettings({ r4Step: '10' }))
  const file = encodeR4(head, curves.slice(0, 1), { reactiveUnit: 'kVAr' })
  const { Courbe } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(file) as Parsed
  const { Donnees_Point_Mesure: told, Horodatage_Fin: end } = Courbe.Corps.Donnees_Courbe
  return { stamps: told.map(({ Horodatage }) => Horodatage), end }
}

test('an hour of October comes twice with two offsets, one of March not at all', () => {
  const [autumn, spring] = [stampsOf('2026-10-25'), stampsOf('2026-03-29')]

  expect([autumn.stamps.length, spring.stamps.length]).toEqual([150, 138])
  expect(autumn.stamps.filter((stamp) => stamp.slice(11, 16) === '02:00')).toEqual([
    '2026-10-25T02:00:00+02:00',
    '2026-10-25T02:00:00+01:00',
  ])
  expect(spring.stamps.slice(11, 13)).toEqual(['2026-03-29T01:50:00+01:00', '2026-03-29T03:00:00+02:00'])
  expect([autumn.end, spring.end]).toEqual(['2026-10-26T00:00:00+01:00', '2026-03-30T00:00:00+02:00'])
})
