import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { all, callsIn, callsOf, named, saidIn, smoothSyncs, treeOf } from './facts/index.ts'

const mostMetrics = 10

const atMostTen = check({
  id: 'portfolio-manager/metrics/at-most-ten',
  title: `asks for at most ${mostMetrics} metrics in one call`,
  requirement: 'PM-METRIC-1',
  level: 'must',
  remedy: `Name at most ${mostMetrics} metrics in the header PM-Metrics, and ask again for the rest.`,
  when: (evidence) => callsOf(evidence).filter(({ endpoint }) => endpoint === 'metrics.read'),
  then: (_, call) => {
    const header = call.entry.request.headers.find(([name]) => name.toLowerCase() === 'pm-metrics')?.[1] ?? ''
    const count = header.split(',').filter((name) => name.trim() !== '').length
    return [{ holds: count <= mostMetrics, says: `The client asked for ${count} metrics in one call.`, rests: [call] }]
  },
})

const nilIsNothing = check({
  id: 'portfolio-manager/metrics/nil-is-nothing',
  title: 'takes a nil metric for no value, not for zero',
  requirement: 'PM-METRIC-2',
  level: 'must',
  needs: 'words',
  remedy: 'A value with xsi:nil is absent: keep null, and look at the reasons, such as a meter that is not associated.',
  when: ({ turns }) => turns,
  then: (evidence, turn) => {
    const said = saidIn(evidence, turn, 'metrics') ?? []
    return nils(evidence, turn).flatMap(({ property, name, call }) => {
      const told = said.filter((metric) => metric.property === property && metric.name === name).at(-1)
      if (told === undefined) return []
      const holds = told.value === null
      const says = `${name} of ${named(evidence, { kind: 'property', id: property })} is nil; the client says ${JSON.stringify(told.value)}.`
      return [{ holds, says, rests: [call] }]
    })
  },
})

const looksForReasons = check({
  id: 'portfolio-manager/metrics/looks-for-reasons',
  title: 'looks for the reason when an energy metric is nil',
  requirement: 'PM-METRIC-3',
  level: 'should',
  remedy: 'Ask which meters are associated with the property, or for reasonsForNoScore: only associated meters count.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const unknown = nils(evidence, turn).filter(({ name }) => isAboutEnergy(name))
    return [...new Set(unknown.map(({ property }) => property))].map((property) => {
      const looked = callsIn(evidence, turn).filter(
        ({ endpoint, item }) => item?.id === property && /^(association\.list|reasons\.)/.test(endpoint ?? ''),
      )
      const what = named(evidence, { kind: 'property', id: property })
      const says = `Metrics of ${what} were nil; the client ${looked.length > 0 ? 'looked for the reason' : 'did not look why'}.`
      return { holds: looked.length > 0, says, rests: [...unknown.map(({ call }) => call), ...looked] }
    })
  },
})

export const metrics: readonly Check[] = [atMostTen, nilIsNothing, looksForReasons]

function isAboutEnergy(name: string): boolean {
  return /^(score$|site|source|energy)/i.test(name)
}

/** Metrics that the provider could not compute, as the client was told in a turn. */
function nils(evidence: Evidence, turn: Turn) {
  return callsIn(evidence, turn)
    .filter(({ endpoint, heard }) => endpoint === 'metrics.read' && heard)
    .flatMap((call) =>
      all(treeOf(call.entry.response?.body), 'propertyMetrics', 'metric')
        .filter((metric) => all(metric, 'value').some((value) => value['@_xsi:nil'] === 'true'))
        .map((metric) => ({ property: call.item?.id ?? '', name: String(metric['@_name']), call })),
    )
}
