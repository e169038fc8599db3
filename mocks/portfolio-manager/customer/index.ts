import { connecting } from './connecting.ts'
import { editing } from './editing.ts'
import { items } from './items.ts'
import { metering } from './metering.ts'
import { profile } from './profile.ts'
import { sharing } from './sharing.ts'
import { transferring } from './transferring.ts'

/** Everything a person may do on Portfolio Manager's web site, by name. */
export const customer = { ...connecting, ...sharing, ...editing, ...items, ...metering, ...transferring, ...profile }
