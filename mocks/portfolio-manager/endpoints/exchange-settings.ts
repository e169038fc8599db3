import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  createCustomField,
  deleteCustomField,
  editCustomField,
  listCustomFields,
  readCustomField,
} from '../domain/custom-field.ts'
import { editExchangeSettings, readExchangeSettings } from '../domain/exchange-settings.ts'
import { decodeCustomField, encodeCustomField } from '../wire/custom-field.ts'
import { encodeOk } from '../wire/envelope.ts'
import { decodeExchangeSettings, encodeExchangeSettings, settingsAfter } from '../wire/exchange-settings.ts'
import { linkTo, listed } from '../wire/links.ts'
import { customFieldIn } from './parameters.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Data Exchange Settings' } as const

export const exchangeSettings = [
  service('GET /dataExchangeSettings', { name: 'exchangeSettings.read', ...cited }, (c, { store }, caller) =>
    xml(c, encodeExchangeSettings(store.read((state) => readExchangeSettings(state, { caller })))),
  ),
  service('PUT /dataExchangeSettings', { name: 'exchangeSettings.edit', ...cited }, async (c, visit, caller) => {
    const body = await bodyOf(c, visit, decodeExchangeSettings)
    visit.store.change((state) => {
      const before = readExchangeSettings(state, { caller })
      editExchangeSettings(state, { caller, ...settingsAfter(before, body) })
    })
    return xml(c, encodeOk())
  }),
  service(
    'POST /dataExchangeSettings/customField',
    { name: 'customField.create', ...cited },
    async (c, visit, caller) => {
      const details = await bodyOf(c, visit, decodeCustomField)
      const id = visit.store.change((state, house) => createCustomField(state, { caller, details }, house))
      return made(c, visit, { id, links: [linkTo.customField(id)] })
    },
  ),
  service('GET /dataExchangeSettings/customField/list', { name: 'customField.list', ...cited }, (c, visit, caller) => {
    const fields = visit.store.read((state) => listCustomFields(state, { caller }))
    return listOf(c, visit, fields.map(listed.customField))
  }),
  service(
    'GET /dataExchangeSettings/customField/:customFieldId',
    { name: 'customField.read', ...cited },
    (c, { store }, caller) =>
      xml(c, encodeCustomField(store.read((state) => readCustomField(state, { caller, field: customFieldIn(c) })))),
  ),
  service(
    'PUT /dataExchangeSettings/customField/:customFieldId',
    { name: 'customField.edit', ...cited },
    async (c, visit, caller) => {
      const field = customFieldIn(c)
      const details = await bodyOf(c, visit, decodeCustomField)
      visit.store.change((state) => editCustomField(state, { caller, field, details }))
      return done(c, visit, { id: field, links: [linkTo.customField(field)] })
    },
  ),
  service(
    'DELETE /dataExchangeSettings/customField/:customFieldId',
    { name: 'customField.delete', ...cited },
    (c, { store }, caller) => {
      store.change((state) => deleteCustomField(state, { caller, field: customFieldIn(c) }))
      return xml(c, encodeOk())
    },
  ),
]
