import { Refusal } from '../../../src/contract/refusal.ts'
import type { EnedisVisit } from '../access/index.ts'
import { refuse } from '../errors/index.ts'

/**
 * Reads a request of 2026. One that the Swagger does not describe is told what is wrong with it, or fails like the
 * platform itself (R21). Source: CAPTURE, 500 hides mistakes in parameters.
 */
export function inSpec<Asked>({ dialect }: EnedisVisit, decode: () => Asked): Asked {
  try {
    return decode()
  } catch (error) {
    if (error instanceof Refusal && dialect.outOfSpec === 'faithful') throw refuse.technicalError()
    throw error
  }
}
