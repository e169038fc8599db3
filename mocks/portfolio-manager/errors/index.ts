export { Alert, Impossible, UnknownName } from '../../../src/contract/refusal.ts'
export { alert } from './alerts.ts'
export { unknownName } from './names.ts'
export { refusalNamed, refuse } from './refuse.ts'
