import { authorize } from './authorize.ts'
import { companies } from './companies.ts'
import { current } from './current.ts'
import { login } from './login.ts'
import { portal } from './portal/index.ts'
import { resources } from './resources.ts'
import { token } from './token.ts'

export { notices, spellNotice } from './notice.ts'
export { withoutSecrets } from './secrets.ts'
export { speak } from './speak.ts'
export { gatewayHeaders } from './transaction.ts'

/** Everything that answers at PG&E's two names, by noun. */
export const endpoints = [...token, ...resources, ...authorize, ...login, ...current, ...companies, ...portal]
