import { providers } from '../../mocks/index.ts'
import { prepareShipped } from '../scenario/load.ts'

/** What a build does with what it has built: reads the shipped stories, so that no start has to. */
export const prepare = () => prepareShipped({ cards: providers })
