import { expect, test } from 'vitest'
import { entriesOf, resourcesIn } from '../../../../../conformance/clients/pge/wire/feed.ts'
import { usageIn } from '../../../../../conformance/clients/pge/wire/usage.ts'

const at = 'https://localhost/GreenButtonConnect/espi/1_1/resource'
const entry = (a: string, e: string, self: string, content: string, related = '') =>
  `<${a}:entry xmlns:${a}="http://www.w3.org/2005/Atom" xmlns:${e}="http://naesb.org/espi">` +
  `<${a}:link href="${self}" rel="self"/>${related && `<${a}:link href="${related}" rel="related"/>`}` +
  `<${a}:content>${content}</${a}:content></${a}:entry>`

const point = `${at}/Subscription/1/UsagePoint/0044120`
const series = `${point}/MeterReading/NzI=:1`
const feed = (a: string, e: string) =>
  `<${a}:feed xmlns:${a}="http://www.w3.org/2005/Atom">` +
  entry(
    ...([a, e, `${at}/ReadingType/NzI=`] as const),
    `<${e}:ReadingType><${e}:flowDirection>19</${e}:flowDirection><${e}:intervalLength>900</${e}:intervalLength>` +
      `<${e}:powerOfTenMultiplier>-3</${e}:powerOfTenMultiplier><${e}:uom>72</${e}:uom></${e}:ReadingType>`,
  ) +
  entry(
    ...([a, e, point] as const),
    `<${e}:UsagePoint><${e}:ServiceCategory><${e}:kind>0</${e}:kind></${e}:ServiceCategory></${e}:UsagePoint>`,
  ) +
  entry(a, e, series, `<${e}:MeterReading/>`, `${at}/ReadingType/NzI=`) +
  entry(
    ...([a, e, `${series}/IntervalBlock/1583049600`] as const),
    `<${e}:IntervalBlock><${e}:IntervalReading><${e}:timePeriod><${e}:duration>900</${e}:duration>` +
      `<${e}:start>1583049600</${e}:start></${e}:timePeriod><${e}:value>1234</${e}:value></${e}:IntervalReading></${e}:IntervalBlock>`,
  ) +
  `</${a}:feed>`

test.each([
  ['ns1', 'ns0'],
  ['atom', 'espi'],
])('a feed reads the same with the prefixes %s and %s, and keeps the zeros of ids', (a, e) => {
  const told = usageIn(entriesOf(feed(a, e)))

  expect(told.points).toEqual([{ usagePoint: '0044120', subscription: '1', kind: '0' }])
  expect(told.series).toMatchObject([
    {
      usagePoint: '0044120',
      type: { flow: '19', powerOfTen: -3, uom: '72', intervalLength: 900 },
      readings: [{ start: 1_583_049_600, lasts: 900, value: 1234 }],
    },
  ])
})

test.each([['<ns1:feed xmlns:ns1="http://www.w3.org/2005/Atom"/>'], ['']])('there is nothing in %j', (body) => {
  expect(entriesOf(body)).toEqual([])
})

test('a notice tells of every address in it', () => {
  const notice = (...addresses: string[]) =>
    `<?xml version="1.0"?><ns0:BatchList xmlns:ns0="http://naesb.org/espi">${addresses
      .map((address) => `<ns0:resources>${address}</ns0:resources>`)
      .join('')}</ns0:BatchList>`

  expect(resourcesIn(notice(`${at}/Batch/Bulk/1?correlationID=a`))).toHaveLength(1)
  expect(resourcesIn(notice(`${at}/a?b=1&amp;c=2`, `${at}/Authorization/2`))).toEqual([
    `${at}/a?b=1&c=2`,
    `${at}/Authorization/2`,
  ])
})
