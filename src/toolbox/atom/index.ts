export { uuids } from './identifiers.ts'
export { atom } from './reply.ts'
