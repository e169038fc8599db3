import { readingTypesOf, usagePointsOf } from '../domain/resources.ts'
import { opened } from '../domain/token-rules.ts'
import { refuse } from '../errors/index.ts'
import type { PgeVisit } from '../access/index.ts'
import type { Bearer } from '../views.ts'
import { localTimeEntry } from '../wire/fixed-entries.ts'
import { readingTypeEntry } from '../wire/reading-type.ts'
import { feed, lookOf, parameter, resource, root, single } from './resource.ts'

const cited = { basis: 'documented', source: 'APIS, Supported APIs' } as const

/** What readings are measured in, and how Pacific time is kept. */
export const definitions = [
  resource(
    `GET ${root}/LocalTimeParameters`,
    { name: 'localTimeParameters.list', opensWith: 'localTimeParameters', ...cited },
    (c, visit) => feed(c, visit, (sheet) => [localTimeEntry(sheet)]),
  ),
  resource(
    `GET ${root}/LocalTimeParameters/:localTimeId`,
    { name: 'localTimeParameters.read', opensWith: 'localTimeParameters', ...cited },
    (c, visit) => {
      if (parameter(c, 'localTimeId') !== '1') throw refuse.notFound()
      return single(c, visit, localTimeEntry)
    },
  ),
  resource(
    `GET ${root}/ReadingType`,
    { name: 'readingType.list', opensWith: 'readingType', ...cited },
    (c, visit, bearer) => {
      const types = typesFor(visit, bearer)
      return feed(c, visit, (sheet) => types.map((type) => readingTypeEntry(type, sheet)))
    },
  ),
  resource(
    `GET ${root}/ReadingType/:readingTypeId`,
    { name: 'readingType.read', opensWith: 'readingType', ...cited },
    (c, visit, bearer) => {
      const type = typesFor(visit, bearer).find(({ id }) => id === parameter(c, 'readingTypeId'))
      if (type === undefined) throw refuse.notFound()
      return single(c, visit, (sheet, about) => readingTypeEntry(type, sheet, about))
    },
  ),
]

function typesFor(visit: PgeVisit, bearer: Bearer) {
  return visit.store.read((state) => {
    const { id: authorization } = opened(state, bearer, visit)
    return readingTypesOf(usagePointsOf(state, { authorization }, lookOf(visit)))
  })
}
