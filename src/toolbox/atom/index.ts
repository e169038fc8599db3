export { atom } from './reply.ts'
