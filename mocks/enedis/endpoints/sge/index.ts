import { consultations } from './consult.ts'
import { detailed } from './detailed.ts'

/** The web services of SGE, by what is done with them. */
export const sgeServices = [...consultations, ...detailed]
