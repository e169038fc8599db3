import { xml } from '../../../src/toolbox/xml/index.ts'
import { meterFieldValues } from '../domain/custom-field.ts'
import { createMeter, deleteMeter, editMeter, listMeters, readMeter } from '../domain/meter.ts'
import { encodeCustomFieldList } from '../wire/custom-field.ts'
import { encodeOk } from '../wire/envelope.ts'
import { linkTo, listed } from '../wire/links.ts'
import { decodeMeter, encodeMeter } from '../wire/meter.ts'
import { flagIn, meterIn, propertyIn } from './parameters.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Meter' } as const

export const meter = [
  service('POST /property/:propertyId/meter', { name: 'meter.create', ...cited }, async (c, visit, caller) => {
    const property = propertyIn(c)
    const details = await bodyOf(c, visit, decodeMeter)
    const id = visit.store.change((state, house) => createMeter(state, { caller, property, details }, house))
    return made(c, visit, { id, links: [linkTo.meter({ id })] })
  }),
  service(
    'GET /property/:propertyId/meter/list',
    { name: 'meter.list', basis: 'documented', source: 'DOC, Meter list' },
    (c, visit, caller) => {
      const { store, now, dialect } = visit
      const asked = { caller, property: propertyIn(c), myAccessOnly: flagIn(c, 'myAccessOnly') ?? false }
      return listOf(c, visit, store.read((state) => listMeters(state, asked, { now, dialect })).map(listed.meter))
    },
  ),
  service('GET /meter/:meterId', { name: 'meter.read', ...cited }, (c, { store, now, dialect }, caller) => {
    const view = store.read((state) => readMeter(state, { caller, meter: meterIn(c) }, { now, dialect }))
    return xml(c, encodeMeter(view, dialect))
  }),
  service('PUT /meter/:meterId', { name: 'meter.edit', ...cited }, async (c, visit, caller) => {
    const meter = meterIn(c)
    const details = await bodyOf(c, visit, decodeMeter)
    visit.store.change((state, house) => editMeter(state, { caller, meter, details }, house))
    return done(c, visit, { id: meter, links: [linkTo.meter({ id: meter })] })
  }),
  service('DELETE /meter/:meterId', { name: 'meter.delete', ...cited }, (c, { store }, caller) => {
    store.change((state, house) => deleteMeter(state, { caller, meter: meterIn(c) }, house))
    return xml(c, encodeOk())
  }),
  service(
    'GET /meter/:meterId/customFieldList',
    { name: 'meter.fieldValues', basis: 'documented', source: 'DOC, Custom Fields of a meter' },
    (c, { store, now, dialect }, caller) => {
      const asked = { caller, meter: meterIn(c) }
      return xml(c, encodeCustomFieldList(store.read((state) => meterFieldValues(state, asked, { now, dialect }))))
    },
  ),
]
