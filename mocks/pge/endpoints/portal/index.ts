import { authorizations } from './authorizations.ts'
import { certificates } from './certificates.ts'
import { entrance } from './entrance.ts'
import { overview } from './overview.ts'
import { register } from './register.ts'
import { settings } from './settings.ts'
import { tests } from './tests.ts'
import { usage } from './usage.ts'

/** The portal for third parties, page by page. */
export const portal = [
  ...entrance,
  ...overview,
  ...register,
  ...tests,
  ...certificates,
  ...authorizations,
  ...usage,
  ...settings,
]
