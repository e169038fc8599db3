import { xml } from '../../../src/toolbox/xml/index.ts'
import { propertyFieldValues } from '../domain/custom-field.ts'
import { createProperty, deleteProperty, editProperty, listProperties, readProperty } from '../domain/property.ts'
import { encodeCustomFieldList } from '../wire/custom-field.ts'
import { encodeOk } from '../wire/envelope.ts'
import { linkTo, listed } from '../wire/links.ts'
import { decodeProperty, encodeProperty, propertyAfter, wholeProperty } from '../wire/property.ts'
import { accountIn, propertyIn } from './parameters.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Property' } as const

export const property = [
  service('POST /account/:accountId/property', { name: 'property.create', ...cited }, async (c, visit, caller) => {
    const account = accountIn(c)
    const details = await bodyOf(c, visit, (text) => wholeProperty(decodeProperty(text)))
    const id = visit.store.change((state, house) => createProperty(state, { caller, account, details }, house))
    return made(c, visit, { id, links: [linkTo.property({ id })] })
  }),
  service(
    'GET /account/:accountId/property/list',
    { name: 'property.list', basis: 'observed', source: 'REC, property list' },
    (c, visit, caller) => {
      const properties = visit.store.read((state) => listProperties(state, { caller, account: accountIn(c) }))
      return listOf(
        c,
        visit,
        properties.map((property) => listed.property(property, visit.dialect)),
      )
    },
  ),
  service('GET /property/:propertyId', { name: 'property.read', ...cited }, (c, { store, now, dialect }, caller) => {
    const view = store.read((state) => readProperty(state, { caller, property: propertyIn(c) }, { now, dialect }))
    return xml(c, encodeProperty(view, dialect))
  }),
  service('PUT /property/:propertyId', { name: 'property.edit', ...cited }, async (c, visit, caller) => {
    const property = propertyIn(c)
    const body = await bodyOf(c, visit, decodeProperty)
    visit.store.change((state, house) => {
      const before = readProperty(state, { caller, property }, house).property.details
      editProperty(state, { caller, property, details: propertyAfter(before, body) }, house)
    })
    return done(c, visit, { id: property, links: [linkTo.property({ id: property })] })
  }),
  service('DELETE /property/:propertyId', { name: 'property.delete', ...cited }, (c, { store }, caller) => {
    store.change((state, house) => deleteProperty(state, { caller, property: propertyIn(c) }, house))
    return xml(c, encodeOk())
  }),
  service(
    'GET /property/:propertyId/customFieldList',
    { name: 'property.fieldValues', basis: 'documented', source: 'DOC, Custom Fields of a property' },
    (c, { store, now, dialect }, caller) => {
      const asked = { caller, property: propertyIn(c) }
      return xml(c, encodeCustomFieldList(store.read((state) => propertyFieldValues(state, asked, { now, dialect }))))
    },
  ),
]
