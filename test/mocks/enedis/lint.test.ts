import { expect, test } from 'vitest'
import { card as enedis } from '../../../mocks/enedis/index.ts'
import { lintText } from '../../../src/scenario/lint/index.ts'

/** What is said of a story in which Claire has a home of some kind. */
async function saidOf(home: string): Promise<{ errors: string[]; warnings: string[] }> {
  const text = `
id: mine/home
title: A home
source: ours
clock: { start: 2026-10-06T10:00:00+02:00, zone: Europe/Paris }
given: { enedis: { customers: { claire: { usagePoints: { home: ${home} } } }, sge: {} } }
steps: [{ clock: P1D }]
`
  const { errors, warnings } = await lintText(text, 'my.yaml', { cards: [enedis], root: '/nowhere', isFile: false })
  return { errors: errors.map(({ says }) => says), warnings: warnings.map(({ says }) => says) }
}

test.each([
  ['a power that its segment cannot have', '{ segment: C5, powerKva: 50 }', /segment C5 cannot subscribe to 50 kVA/],
  ['one of C4 below 36 kVA', '{ segment: C4, powerKva: 12 }', /segment C4 cannot subscribe to 12 kVA/],
  ['a tariff of another voltage', '{ segment: C4, tariff: BTINFCU4 }', /the tariff BTINFCU4 is not of BTSUP/],
  ['the grid of RTE', '{ segment: HTB }', /Unknown value "HTB"/],
  ['another grid overseas', "{ address: { postalCode: '97400', inseeCode: '97411' } }", /overseas departments/],
  ['hours that are always dear', "{ offPeak: 'HC (9H00-17H00)' }", /always peak/],
])('a usage point is refused as its story is read for %s', async (_, home, says) => {
  const { errors } = await saidOf(home)

  expect(errors).toEqual([expect.stringMatching(says)])
})

test('hours that are unusual are warned of, and sound points pass', async () => {
  const [unusual, sound] = [await saidOf("{ offPeak: 'HC (23h00-7h30)' }"), await saidOf('C4')]

  expect(unusual).toEqual({
    errors: [],
    warnings: ['HC (23h00-7h30): Off-peak hours are 8.5 hours a day: they are usually 8.'],
  })
  expect(sound).toEqual({ errors: [], warnings: [] })
})
