import { consent } from './consent.ts'
import { contracts } from './contracts.ts'
import { customers } from './customers.ts'
import { login } from './login.ts'
import { measuresV2 } from './measures-v2.ts'
import { measuresV4 } from './measures-v4.ts'
import { measuresV5 } from './measures-v5.ts'
import { sgeServices } from './sge/index.ts'
import { shares } from './shares.ts'
import { subscribedServices } from './subscribed-services.ts'
import { token } from './token.ts'

export { withoutSecrets } from './secrets.ts'
export { notices, spellNotice } from './sge/notice.ts'
export { isOfSge, rememberRequestId, speak } from './speak.ts'

/** Everything that answers at Enedis's names, by noun. */
export const endpoints = [
  ...token,
  ...consent,
  ...login,
  ...shares,
  ...subscribedServices,
  ...measuresV2,
  ...contracts,
  ...measuresV5,
  ...measuresV4,
  ...customers,
  ...sgeServices,
]
