import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  deleteEntries,
  deleteEntry,
  entriesWritten,
  listEntries,
  postEntries,
  replaceEntry,
} from '../domain/consumption.ts'
import { encodeMeterData } from '../wire/consumption.ts'
import { encodeOk } from '../wire/envelope.ts'
import { pageLinks } from '../wire/links.ts'
import { decodeWasteDataList, decodeWasteEntry } from '../wire/waste-data.ts'
import { daysIn, meterIn, pageIn, wasteEntryIn } from './parameters.ts'
import { bodyOf, created, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Waste Data' } as const
const ofWaste = { service: 'wasteData' } as const

/** The entries of waste meters: the same five services as for consumption data. */
export const wasteData = [
  service(
    'GET /meter/:meterId/wasteData',
    { name: 'wasteData.list', ...cited },
    (c, { store, now, dialect }, caller) => {
      const meter = meterIn(c)
      const days = daysIn(c)
      const asked = { caller, meter, page: pageIn(c), ...days, ...ofWaste }
      const data = store.read((state) => listEntries(state, asked, { now, dialect }))
      const links = pageLinks(data.entries, { path: `/meter/${meter}/wasteData`, query: days, httpMethod: 'get' })
      return xml(c, encodeMeterData(data, { links, settings: dialect }))
    },
  ),
  service('POST /meter/:meterId/wasteData', { name: 'wasteData.create', ...cited }, async (c, visit, caller) => {
    const meter = meterIn(c)
    const entries = await bodyOf(c, visit, decodeWasteDataList)
    const ids = visit.store.change((state, house) => postEntries(state, { caller, meter, ...entries }, house))
    const written = visit.store.read((state) => entriesWritten(state, { ids, ...ofWaste }, visit))
    return created(c, visit, encodeMeterData(written, { links: [], settings: visit.dialect }))
  }),
  service('DELETE /meter/:meterId/wasteData', { name: 'wasteData.deleteRange', ...cited }, (c, { store }, caller) => {
    const asked = { caller, meter: meterIn(c), ...daysIn(c), said: Object.keys(c.req.query()), ...ofWaste }
    store.change((state, house) => deleteEntries(state, asked, house))
    return xml(c, encodeOk())
  }),
  service('PUT /wasteData/:wasteDataId', { name: 'wasteData.edit', ...cited }, async (c, visit, caller) => {
    const entry = wasteEntryIn(c)
    const body = await bodyOf(c, visit, decodeWasteEntry)
    visit.store.change((state, house) => replaceEntry(state, { caller, entry, ...body }, house))
    return xml(c, encodeOk())
  }),
  service('DELETE /wasteData/:wasteDataId', { name: 'wasteData.delete', ...cited }, (c, { store }, caller) => {
    store.change((state, house) => deleteEntry(state, { caller, entry: wasteEntryIn(c), ...ofWaste }, house))
    return xml(c, encodeOk())
  }),
]
