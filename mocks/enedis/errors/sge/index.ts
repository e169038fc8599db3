import { generic } from './generic.ts'
import { measures } from './measures.ts'
import { orderData } from './order-data.ts'
import { point } from './point.ts'
import { search } from './search.ts'
import { stop } from './stop.ts'
import { subscription } from './subscription.ts'

/** The return codes of SGE. Source: ANNEX; where it prints a text and that is public, the text is its own. */
export const sgeCodes = {
  ...generic,
  ...point,
  ...search,
  ...measures,
  ...subscription,
  ...stop,
  ...orderData,
} as const
