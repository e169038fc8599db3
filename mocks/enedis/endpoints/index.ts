import { consent } from './consent.ts'
import { login } from './login.ts'
import { shares } from './shares.ts'
import { token } from './token.ts'

export { withoutSecrets } from './secrets.ts'
export { rememberRequestId, speak } from './speak.ts'

/** Everything that answers at Enedis's names, by noun. */
export const endpoints = [...token, ...consent, ...login, ...shares]
