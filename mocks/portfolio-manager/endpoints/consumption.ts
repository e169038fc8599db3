import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  deleteEntries,
  deleteEntry,
  entriesWritten,
  listEntries,
  postEntries,
  replaceEntry,
} from '../domain/consumption.ts'
import { decodeMeterData, decodeMeterEntry, encodeMeterData } from '../wire/consumption.ts'
import { encodeOk } from '../wire/envelope.ts'
import { pageLinks } from '../wire/links.ts'
import { daysIn, entryIn, meterIn, pageIn } from './parameters.ts'
import { bodyOf, created, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Consumption Data' } as const

export const consumption = [
  service(
    'GET /meter/:meterId/consumptionData',
    { name: 'consumption.list', ...cited },
    (c, { store, now, dialect }, caller) => {
      const meter = meterIn(c)
      const days = daysIn(c)
      const data = store.read((state) =>
        listEntries(state, { caller, meter, page: pageIn(c), ...days }, { now, dialect }),
      )
      const links = pageLinks(data.entries, { path: `/meter/${meter}/consumptionData`, query: days, httpMethod: 'get' })
      return xml(c, encodeMeterData(data, { links, settings: dialect }))
    },
  ),
  service(
    'POST /meter/:meterId/consumptionData',
    { name: 'consumption.create', ...cited },
    async (c, visit, caller) => {
      const meter = meterIn(c)
      const entries = await bodyOf(c, visit, decodeMeterData)
      const ids = visit.store.change((state, house) => postEntries(state, { caller, meter, ...entries }, house))
      const written = visit.store.read((state) => entriesWritten(state, { ids }, visit))
      return created(c, visit, encodeMeterData(written, { links: [], settings: visit.dialect }))
    },
  ),
  service(
    'DELETE /meter/:meterId/consumptionData',
    { name: 'consumption.deleteRange', ...cited },
    (c, { store }, caller) => {
      const asked = { caller, meter: meterIn(c), ...daysIn(c), said: Object.keys(c.req.query()) }
      store.change((state, house) => deleteEntries(state, asked, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'PUT /consumptionData/:consumptionDataId',
    { name: 'consumption.edit', ...cited },
    async (c, visit, caller) => {
      const entry = entryIn(c)
      const body = await bodyOf(c, visit, decodeMeterEntry)
      visit.store.change((state, house) => replaceEntry(state, { caller, entry, ...body }, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'DELETE /consumptionData/:consumptionDataId',
    { name: 'consumption.delete', ...cited },
    (c, { store }, caller) => {
      store.change((state, house) => deleteEntry(state, { caller, entry: entryIn(c) }, house))
      return xml(c, encodeOk())
    },
  ),
]
