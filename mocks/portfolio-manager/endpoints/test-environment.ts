import type { Call } from '../../../src/contract/endpoint.ts'
import { createSamples, samplesMade } from '../domain/sample-property.ts'
import { refuse } from '../errors/index.ts'
import { encodeLinks } from '../wire/envelope.ts'
import { listed } from '../wire/links.ts'
import { created, service, spoken } from './service.ts'

type Path = Parameters<typeof service>[0]

/** Fills an account with buildings to try things on; Live has no such service. */
const samples = (route: Path, about: Parameters<typeof service>[1]) =>
  service(route, about, (c, visit, caller) => {
    if (visit.base !== '/wstest') throw refuse.unknownPath()
    const asked = { caller, country: countryIn(c), count: countIn(c) }
    const ids = visit.store.change((state, house) => createSamples(state, asked, house))
    const made = visit.store.read((state) => samplesMade(state, ids))
    return created(
      c,
      visit,
      encodeLinks(
        spoken(
          visit,
          made.map((property) => listed.property(property, visit.dialect)),
        ),
      ),
    )
  })

export const testEnvironment = [
  samples('POST /createSampleProperties', {
    name: 'sample.create',
    basis: 'documented',
    source: 'DOC, Sample Properties: test environment only',
  }),
  samples('POST /property/createSampleProperties', {
    name: 'sample.createByProperty',
    basis: 'inferred',
    source: 'RUN, a public client asks for them; no answer was seen',
  }),
]

function countryIn(c: Call): 'US' | 'CA' {
  const country = c.req.query('countryCode') ?? 'US'
  if (country === 'US' || country === 'CA') return country
  throw refuse.parameterNotValid({ name: 'countryCode', wanted: 'US or CA is expected' })
}

function countIn(c: Call): number {
  const count = Number(c.req.query('createCount') ?? 10)
  if (Number.isInteger(count) && count > 0) return count
  throw refuse.parameterNotValid({ name: 'createCount', wanted: 'a number from 1 to 100 is expected' })
}
