export type { DetailedAsked } from './asked.ts'
export { detailedMeasures } from './measures.ts'
