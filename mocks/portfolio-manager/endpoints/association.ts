import { xml } from '../../../src/toolbox/xml/index.ts'
import { addAssociation, readAssociations, removeAssociation, replaceAssociations } from '../domain/association.ts'
import { decodeAssociations, encodeAssociations } from '../wire/association.ts'
import { encodeLinks, encodeOk } from '../wire/envelope.ts'
import { linkTo } from '../wire/links.ts'
import { meterIn, propertyIn } from './parameters.ts'
import { bodyOf, service, spoken } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Meter: property association' } as const

/** Which meters count towards a property's metrics. */
export const association = [
  service(
    'GET /association/property/:propertyId/meter',
    { name: 'association.list', ...cited },
    (c, { store, now, dialect }, caller) => {
      const asked = { caller, property: propertyIn(c) }
      return xml(c, encodeAssociations(store.read((state) => readAssociations(state, asked, { now, dialect }))))
    },
  ),
  service(
    'POST /association/property/:propertyId/meter',
    { name: 'association.replace', ...cited },
    async (c, visit, caller) => {
      const property = propertyIn(c)
      const lists = await bodyOf(c, visit, decodeAssociations)
      visit.store.change((state, house) => replaceAssociations(state, { caller, property, lists }, house))
      return xml(c, encodeLinks(spoken(visit, [linkTo.associations({ id: property })])))
    },
  ),
  service(
    'POST /association/property/:propertyId/meter/:meterId',
    { name: 'association.create', ...cited },
    (c, visit, caller) => {
      const pair = { caller, property: propertyIn(c), meter: meterIn(c) }
      visit.store.change((state, house) => addAssociation(state, pair, house))
      return xml(c, encodeLinks(spoken(visit, [linkTo.associations({ id: pair.property })])))
    },
  ),
  service(
    'DELETE /association/property/:propertyId/meter/:meterId',
    { name: 'association.delete', ...cited },
    (c, { store }, caller) => {
      const pair = { caller, property: propertyIn(c), meter: meterIn(c) }
      store.change((state, house) => removeAssociation(state, pair, house))
      return xml(c, encodeOk())
    },
  ),
]
