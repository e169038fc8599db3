import { providers } from '../../mocks/index.ts'
import type { Shelf } from '../sandbox/control/index.ts'
import { explainScenario } from '../scenario/explain.ts'
import { loadShipped, parseScenario } from '../scenario/load.ts'

/** The stories there are, and the providers that play in them. */
export const shelf: Shelf = {
  load: (id) => loadShipped(id, { cards: providers }),
  parse: (text) => parseScenario(text, { cards: providers }),
  explain: (scenario) => explainScenario(scenario, providers),
}
