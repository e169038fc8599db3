import { xml } from '../../../src/toolbox/xml/index.ts'
import { createBuilding, listBuildings } from '../domain/building.ts'
import { deleteProperty, editProperty, readProperty } from '../domain/property.ts'
import { encodeOk } from '../wire/envelope.ts'
import { linkTo, listed } from '../wire/links.ts'
import { decodeBuilding, encodeBuilding, propertyAfter, wholeProperty } from '../wire/property.ts'
import { buildingIn, propertyIn } from './parameters.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Building (older twin of Property)' } as const

/** The older twins of properties: the same rules under another word, and the buildings of a campus. */
export const building = [
  service(
    'GET /building/:buildingId',
    { name: 'building.read', basis: 'observed', source: 'REC, GET /building of an older client' },
    (c, visit, caller) => {
      const view = visit.store.read((state) => readProperty(state, { caller, property: buildingIn(c) }, visit))
      return xml(c, encodeBuilding(view, visit.dialect))
    },
  ),
  service('PUT /building/:buildingId', { name: 'building.edit', ...cited }, async (c, visit, caller) => {
    const property = buildingIn(c)
    const body = await bodyOf(c, visit, decodeBuilding)
    visit.store.change((state, house) => {
      const before = readProperty(state, { caller, property }, house).property.details
      editProperty(state, { caller, property, details: propertyAfter(before, body) }, house)
    })
    return done(c, visit, { id: property, links: [linkTo.building({ id: property })] })
  }),
  service('DELETE /building/:buildingId', { name: 'building.delete', ...cited }, (c, { store }, caller) => {
    store.change((state, house) => deleteProperty(state, { caller, property: buildingIn(c) }, house))
    return xml(c, encodeOk())
  }),
  service('GET /property/:propertyId/building', { name: 'building.list', ...cited }, (c, visit, caller) => {
    const buildings = visit.store.read((state) => listBuildings(state, { caller, campus: propertyIn(c) }, visit))
    return listOf(c, visit, buildings.map(listed.building))
  }),
  service('POST /property/:propertyId/building', { name: 'building.create', ...cited }, async (c, visit, caller) => {
    const campus = propertyIn(c)
    const details = await bodyOf(c, visit, (text) => wholeProperty(decodeBuilding(text)))
    const id = visit.store.change((state, house) => createBuilding(state, { caller, campus, details }, house))
    return made(c, visit, { id, links: [linkTo.building({ id })] })
  }),
]
