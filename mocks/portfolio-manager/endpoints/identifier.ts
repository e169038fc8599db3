import type { Call } from '../../../src/contract/endpoint.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  createIdentifier,
  deleteIdentifier,
  editIdentifier,
  listIdentifiers,
  listMeterIdentifiers,
  readIdentifier,
} from '../domain/identifier.ts'
import type { Identified } from '../model/index.ts'
import { identifierTypes } from '../vocabulary/identifiers.ts'
import { encodeOk } from '../wire/envelope.ts'
import { decodeIdentifier, encodeIdentifier, encodeIdentifiers, encodeIdentifierTypes } from '../wire/identifier.ts'
import { linkTo } from '../wire/links.ts'
import { identifierIn, meterIn, propertyIn } from './parameters.ts'
import { bodyOf, done, made, service } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Identifiers' } as const

type Noun = 'property' | 'meter'
const itemIn: Record<Noun, (c: Call) => Identified> = {
  property: (c) => ({ property: propertyIn(c) }),
  meter: (c) => ({ meter: meterIn(c) }),
}

/** Properties and meters have the same services for what they are called in somebody else's books. */
const identifiersOf = (noun: Noun) => {
  const item = `/${noun}/:${noun}Id` as const
  const itemOf = itemIn[noun]
  return [
    service(`GET /${noun}/identifier/list`, { name: `${noun}Identifier.listTypes`, ...cited }, (c) =>
      xml(c, encodeIdentifierTypes(identifierTypes[noun])),
    ),
    service(`GET ${item}/identifier/list`, { name: `${noun}Identifier.list`, ...cited }, (c, visit, caller) =>
      xml(c, encodeIdentifiers(visit.store.read((state) => listIdentifiers(state, { caller, on: itemOf(c) }, visit)))),
    ),
    service(`POST ${item}/identifier`, { name: `${noun}Identifier.create`, ...cited }, async (c, visit, caller) => {
      const on = itemOf(c)
      const details = await bodyOf(c, visit, decodeIdentifier)
      const id = visit.store.change((state, house) => createIdentifier(state, { caller, on, details }, house))
      return made(c, visit, { id, links: [linkTo.identifier(on, id)] })
    }),
    service(
      `GET ${item}/identifier/:identifierId`,
      { name: `${noun}Identifier.read`, ...cited },
      (c, visit, caller) => {
        const asked = { caller, on: itemOf(c), identifier: identifierIn(c) }
        return xml(c, encodeIdentifier(visit.store.read((state) => readIdentifier(state, asked, visit))))
      },
    ),
    service(
      `PUT ${item}/identifier/:identifierId`,
      { name: `${noun}Identifier.edit`, ...cited },
      async (c, visit, caller) => {
        const [on, identifier] = [itemOf(c), identifierIn(c)]
        const details = await bodyOf(c, visit, decodeIdentifier)
        visit.store.change((state, house) => editIdentifier(state, { caller, on, identifier, details }, house))
        return done(c, visit, { id: identifier, links: [linkTo.identifier(on, identifier)] })
      },
    ),
    service(
      `DELETE ${item}/identifier/:identifierId`,
      { name: `${noun}Identifier.delete`, ...cited },
      (c, { store }, caller) => {
        const asked = { caller, on: itemOf(c), identifier: identifierIn(c) }
        store.change((state, house) => deleteIdentifier(state, asked, house))
        return xml(c, encodeOk())
      },
    ),
  ]
}

export const identifier = [
  ...identifiersOf('property'),
  ...identifiersOf('meter'),
  service(
    'GET /property/:propertyId/meter/identifier/list',
    { name: 'meterIdentifier.listOfProperty', ...cited },
    (c, visit, caller) => {
      const asked = { caller, property: propertyIn(c) }
      return xml(c, encodeIdentifiers(visit.store.read((state) => listMeterIdentifiers(state, asked, visit))))
    },
  ),
]
