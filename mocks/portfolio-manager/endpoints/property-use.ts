import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  createPropertyUse,
  deletePropertyUse,
  listPropertyUses,
  readPropertyUse,
  renamePropertyUse,
} from '../domain/property-use.ts'
import { addUseDetails, deleteUseDetail, editUseDetail, listUseDetails } from '../domain/use-detail.ts'
import { encodeOk } from '../wire/envelope.ts'
import { linkTo, listed } from '../wire/links.ts'
import {
  decodePropertyUse,
  decodePropertyUseName,
  decodeUseDetail,
  decodeUseDetails,
  encodePropertyUse,
  encodeUseDetails,
} from '../wire/property-use.ts'
import { propertyIn, propertyUseIn, useDetailIn } from './parameters.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Property Use' } as const
const revised = { basis: 'documented', source: 'DOC, Use Details' } as const
const inferred = { basis: 'inferred', source: 'XSD26, useDetails: revisions; the paths are ours by likeness' } as const

const uses = [
  service(
    'POST /property/:propertyId/propertyUse',
    { name: 'propertyUse.create', ...cited },
    async (c, visit, caller) => {
      const property = propertyIn(c)
      const use = await bodyOf(c, visit, decodePropertyUse)
      const id = visit.store.change((state, house) => createPropertyUse(state, { caller, property, use }, house))
      return made(c, visit, { id, links: [linkTo.propertyUse({ id })] })
    },
  ),
  service('GET /property/:propertyId/propertyUse/list', { name: 'propertyUse.list', ...cited }, (c, visit, caller) => {
    const uses = visit.store.read((state) => listPropertyUses(state, { caller, property: propertyIn(c) }, visit))
    return listOf(c, visit, uses.map(listed.propertyUse))
  }),
  service('GET /propertyUse/:propertyUseId', { name: 'propertyUse.read', ...cited }, (c, visit, caller) => {
    const view = visit.store.read((state) => readPropertyUse(state, { caller, use: propertyUseIn(c) }, visit))
    return xml(c, encodePropertyUse(view, visit.dialect))
  }),
  service(
    'PUT /propertyUse/:propertyUseId',
    { name: 'propertyUse.edit', basis: 'documented', source: 'XSD26, propertyUse: it updates the name only' },
    async (c, visit, caller) => {
      const use = propertyUseIn(c)
      const name = await bodyOf(c, visit, decodePropertyUseName)
      visit.store.change((state, house) => renamePropertyUse(state, { caller, use, name }, house))
      return done(c, visit, { id: use, links: [linkTo.propertyUse({ id: use })] })
    },
  ),
  service('DELETE /propertyUse/:propertyUseId', { name: 'propertyUse.delete', ...cited }, (c, { store }, caller) => {
    store.change((state, house) => deletePropertyUse(state, { caller, use: propertyUseIn(c) }, house))
    return xml(c, encodeOk())
  }),
]

const details = [
  service('GET /propertyUse/:propertyUseId/useDetails', { name: 'useDetail.list', ...inferred }, (c, visit, caller) => {
    const revisions = visit.store.read((state) => listUseDetails(state, { caller, use: propertyUseIn(c) }, visit))
    return xml(c, encodeUseDetails(revisions))
  }),
  service(
    'POST /propertyUse/:propertyUseId/useDetails',
    { name: 'useDetail.create', ...inferred },
    async (c, visit, caller) => {
      const use = propertyUseIn(c)
      const details = await bodyOf(c, visit, decodeUseDetails)
      visit.store.change((state, house) => addUseDetails(state, { caller, use, details }, house))
      return made(c, visit, { id: use, links: [linkTo.propertyUse({ id: use })] })
    },
  ),
  service('PUT /useDetails/:useDetailId', { name: 'useDetail.edit', ...revised }, async (c, visit, caller) => {
    const revision = useDetailIn(c)
    const detail = await bodyOf(c, visit, decodeUseDetail)
    visit.store.change((state, house) => editUseDetail(state, { caller, revision, detail }, house))
    return xml(c, encodeOk())
  }),
  service('DELETE /useDetails/:useDetailId', { name: 'useDetail.delete', ...inferred }, (c, { store }, caller) => {
    store.change((state, house) => deleteUseDetail(state, { caller, revision: useDetailIn(c) }, house))
    return xml(c, encodeOk())
  }),
]

export const propertyUse = [...uses, ...details]
