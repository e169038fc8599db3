import { agreements } from './agreements.ts'
import { data } from './data.ts'
import { registrations } from './registrations.ts'
import { service } from './service.ts'

/** Everything that PG&E's own people and machines do, by name. */
export const utility = { ...registrations, ...agreements, ...data, ...service }
