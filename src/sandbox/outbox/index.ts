export { deliverLater, Outbox, type Reach } from './outbox.ts'
export { asTold, noticeTold, patchTold } from './told.ts'
