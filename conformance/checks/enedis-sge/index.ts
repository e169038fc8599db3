import type { Check } from '../../check.ts'

/** Everything a client of SGE is judged by, in the order in which a client meets it. */
export const checks: readonly Check[] = []
