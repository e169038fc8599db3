import { fingerprint } from '../../src/ground/fingerprint.ts'
import type { Access } from '../../src/contract/provider.ts'
import { basicCredentials } from '../../src/toolbox/basic-auth.ts'
import type { PmSettings } from './dialect.ts'
import { authenticate } from './domain/account.ts'
import { mustBeUp } from './domain/service.ts'
import { refuse } from './errors/index.ts'
import type { AccountId, State } from './model/index.ts'

/** A web service user who signed in. Journal and limits speak of it by its username. */
export type Caller = { account: AccountId; username: string }

/** HTTP Basic with the credentials of a web service user. Source: DOC, authentication. */
export const access: Access<State, Caller, PmSettings> = {
  identify: (c, { store, base, dialect }) => {
    store.read(mustBeUp)
    const given = basicCredentials(c.req.header('authorization'))
    if (!given) throw refuse.unauthorized()
    const { username } = given
    const isOpenToAll = base === '/wstest' && dialect.legacyTestServices === 'on'
    const login = { username, password: fingerprint(given.password), isOpenToAll }
    const account = store.read((state) => authenticate(state, login))
    if (account === undefined) throw refuse.unauthorized()
    return { account, username }
  },
  nameOf: ({ username }) => username,
  limits: {
    requests: {
      window: 'PT1M',
      allowance: 60,
      mode: 'off',
      refusal: 'throttled',
      retryAfter: false,
      basis: 'inferred',
      source: 'TESTPDF, rate limits: a limit exists and is lower on the test host; its number is not public',
    },
  },
}
