import { access } from './access.ts'
import { accessChanges } from './access-changes.ts'
import { consultations } from './consult.ts'
import { detailed } from './detailed.ts'
import { files } from './files.ts'
import { orders } from './orders.ts'

/** The web services of SGE, by what is done with them. */
export const sgeServices = [...consultations, ...detailed, ...orders, ...files, ...access, ...accessChanges]
