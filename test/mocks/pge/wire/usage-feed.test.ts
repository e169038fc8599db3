import { describe, expect, test } from 'vitest'
import { localTimeEntry } from '../../../../mocks/pge/wire/fixed-entries.ts'
import { feedHead, feedTail } from '../../../../mocks/pge/wire/envelope.ts'
import { intervalBlocks } from '../../../../mocks/pge/wire/interval-block.ts'
import { usageFeed } from '../../../../mocks/pge/wire/usage-feed.ts'
import { usageSummaryEntry } from '../../../../mocks/pge/wire/usage-summary.ts'
import { sampleData } from '../../../../mocks/pge/domain/sample-data.ts'
import { hasSchemaOf, schemaComplaints, schemaMissingOf } from '../../../support/xsd.ts'
import { dataState, days, hourly, quarterly, seen, summaries, type Made } from '../domain/data-state.ts'
import { origin, settings, sheet, spelled } from './feeds.ts'
import { hasSamples, sample, samplesMissing, shapeOf } from './shape.ts'

const self = `${origin}/GreenButtonConnect/espi/1_1/resource/Batch/Bulk/72764`
const gas: Made = { meters: [{ metering: { kind: 'gas' } }], agreement: { commodity: 'gas' } }
const usage = { coverage: { groups: ['Usage'], from: '2018-01-01T08:00:00.000Z', authorization: '8363923' } } as never

function feedOf(made: Made, first: string, last: string, asking = usage): string {
  const state = dataState({ ...made, agreement: { serviceStart: '2015-01-01', ...made.agreement } })
  const early = {
    ...state,
    meters: Object.fromEntries(
      Object.entries(state.meters).map(([id, meter]) => [id, { ...meter, installedOn: '2015-01-01' }]),
    ),
  }
  return spelled(usageFeed(self, [seen(early, days(first, last), asking)], sheet()))
}

describe.runIf(hasSamples)('a usage feed has the shape of the one captured', () => {
  test.each([
    ['usage-feed-electric-day', {}, '2019-10-03', '2019-10-03'],
    ['usage-feed-gas-day', gas, '2020-05-09', '2020-05-09'],
    ['usage-feed-dst-day', {}, '2019-11-02', '2019-11-03'],
  ] as const)('%s', (name, made, first, last) => {
    const own = feedOf(made, first, last)

    expect(shapeOf(own)).toEqual(shapeOf(sample(name)))
  })

  test('usage-summaries, in the spelling of 2015', () => {
    const old = settings('pge-2015')
    const state = dataState({ agreement: { customerClass: 'COM/IND' } })
    const billed = seen(state, days('2026-01-20', '2026-02-20'), { coverage: { authorization: '1' as never } })
    const used = seen(state, days('2026-01-10', '2026-02-20'), usage)
    const page = sheet(old)
    const entries = [summaries(billed)[0], summaries(used)[0]].map((one) =>
      usageSummaryEntry(billed, one as never, page),
    )
    const text = feedHead(page.at.localTimes, page) + entries.join('') + feedTail

    expect(shapeOf(text)).toEqual(shapeOf(sample('usage-summaries')))
  })
})
if (!hasSamples) console.error(samplesMissing)

describe.runIf(hasSchemaOf('pge'))('is valid by the schema:', () => {
  const everything = { coverage: { authorization: '8363923' } } as never
  const all: Record<string, Made> = {
    hourly: {},
    'by the quarter, two meters, both ways': {
      meters: [
        { metering: { ...quarterly, flows: 'deliveredAndReceived' }, annualProduction: 4_000 },
        { metering: quarterly },
      ],
    },
    net: { meters: [{ metering: { ...hourly, flows: 'net' }, annualProduction: 9_000 }] },
    gas,
    'a bill only': { meters: [{ metering: { kind: 'billOnly', commodity: 'electric' } }] },
    'a business': {
      agreement: {
        customerClass: 'COM/IND',
        voltage: 'primary',
        standby: true,
        options: [{ riderType: 'CARE', enrollmentStatus: 'enrolled', effectiveDate: '2024-02-01' }],
        rates: [{ tariff: 'B-19', hasTimeOfUse: true, since: '2020-01-01' }],
      },
    },
  }

  test.each(Object.entries(all))('a feed of %s', (_, made) => {
    const view = seen(dataState(made), days('2026-01-01', '2026-02-20'), everything)
    const text = spelled(usageFeed(self, [view], sheet()))

    expect(schemaComplaints(text, 'pge')).toEqual([])
    expect(text).toContain('<ns0:UsageSummary')
  })

  test('a reading for each entry, and an entry alone', () => {
    const view = seen(dataState(), days('2026-02-20', '2026-02-20'), everything)
    const page = sheet()
    const [reading] = view.readings
    const entries = spelled(intervalBlocks(view, reading as never, page, { blockPerReading: 'on' }))

    expect(schemaComplaints(feedHead(self, page) + entries + feedTail, 'pge')).toEqual([])
    expect(entries.match(/<ns1:entry/g)).toHaveLength(24)
    expect(schemaComplaints(localTimeEntry(page, { alone: true }), 'pge')).toEqual([])
  })
})
if (!hasSchemaOf('pge')) console.error(schemaMissingOf('pge'))

describe('a usage feed', () => {
  test('spells readings, gaps left out', () => {
    const correction = {
      meter: 'm1' as never,
      flow: 1,
      startsAt: '2026-02-20T09:00:00.000Z',
      value: null,
      quality: 10,
      at: '2026-02-21T20:00:00.000Z',
    } as const
    const state = dataState({ corrections: [correction] })
    const text = spelled(usageFeed(self, [seen(state, days('2026-02-20', '2026-02-20'), usage)], sheet()))

    expect(text.match(/<ns0:IntervalReading>/g)).toHaveLength(23)
    expect(text).toMatch(
      /<ns0:IntervalReading><ns0:ReadingQuality><ns0:quality>17<\/ns0:quality><\/ns0:ReadingQuality><ns0:timePeriod><ns0:duration>3600<\/ns0:duration><ns0:start>1771574400<\/ns0:start><\/ns0:timePeriod><ns0:value>\d+<\/ns0:value><ns0:tou>6<\/ns0:tou><\/ns0:IntervalReading>/,
    )
    expect(text).not.toContain('NaN')
  })

  test('names bills with commas in the address and without in the title', () => {
    const text = spelled(usageFeed(self, [seen(dataState(), days('2026-01-01', '2026-02-01'), usage)], sheet()))

    const [, id = ''] = /UsageSummary\/([\d,]+)"/.exec(text) ?? []
    expect(id).toMatch(/^\d,\d{3},\d{3},\d{3},\d{3}$/)
    expect(text).toContain(
      `<ns1:title type="text" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ns1:textType">UsageSummary_${id.replaceAll(',', '')}</ns1:title>`,
    )
  })

  test('of the sample file has about 273 kilobytes', () => {
    const point = sampleData({ dialect: settings() })

    const text = spelled(
      usageFeed(`${origin}/GreenButtonConnect/espi/1_1/resource/DownloadSampleData`, [point], sheet()),
    )

    expect(text.length / 1024).toBeGreaterThan(265)
    expect(text.length / 1024).toBeLessThan(281)
  })
})
