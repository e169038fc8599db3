import { providers } from '../../mocks/index.ts'
import type { Card } from '../../src/contract/provider.ts'
import { tokenGivenTo } from '../../mocks/enedis/domain/secrets.ts'
import { defaultClientId as enedisClientId } from '../../mocks/enedis/seed/index.ts'
import { derivedUuid, registrationTokenOf } from '../../mocks/pge/domain/secrets.ts'
import { defaultClientId } from '../../mocks/pge/seed/index.ts'
import { defaultPassword } from '../../mocks/portfolio-manager/seed/index.ts'
import { card as toy } from './toy/index.ts'

/** What the provider contract needs to know of a room to try its promises: how to log in, and calls that work. */
export type Rehearsal = {
  card: Card
  given: object
  login: Record<string, string>
  /** A call that answers 200 and changes nothing. */
  reads: { endpoint: string; path: string }
  /** A call with a body the provider refuses. */
  malformed: { path: string; method: string; body: string; headers?: Record<string, string> }
  /** An act that changes state. */
  act: { action: string; args: object }
  throttle: string
  /** The name of the refusal that meets a caller it does not know; `unauthorized` when left out. */
  stranger?: string
}

const basic = (username: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
})

export const rehearsals: readonly Rehearsal[] = [
  {
    card: toy,
    given: { people: { ann: { shares: true }, bob: {} } },
    login: { authorization: 'Bearer token-ann' },
    reads: { endpoint: 'count.read', path: '/api/count' },
    malformed: { path: '/api/count', method: 'PUT', body: 'many' },
    act: { action: 'share', args: { as: 'bob' } },
    throttle: 'calls',
  },
  {
    card: providers[0],
    given: { you: { username: 'acme-energy' }, accounts: { olive: { organization: 'Olive Tower LLC' } } },
    login: basic('acme-energy', defaultPassword),
    reads: { endpoint: 'account.read', path: '/wstest/account' },
    malformed: {
      path: '/wstest/dataExchangeSettings',
      method: 'PUT',
      body: '<dataExchangeSettings><termsOfUse><maybe/></termsOfUse></dataExchangeSettings>',
      headers: { 'content-type': 'application/xml' },
    },
    act: { action: 'requestConnection', args: { as: 'olive' } },
    throttle: 'requests',
  },
  {
    card: providers[1],
    given: { customers: { alice: { agreements: { power: 'electric' }, authorized: true } } },
    login: { authorization: `Bearer ${registrationTokenOf(defaultClientId)}` },
    reads: {
      endpoint: 'applicationInformation.read',
      path: `/GreenButtonConnect/espi/1_1/resource/ApplicationInformation/${derivedUuid(`application of ${defaultClientId}`)}`,
    },
    malformed: { path: '/datacustodian/oauth/v2/token', method: 'POST', body: 'grant=client_credentials' },
    act: { action: 'authorize', args: { as: 'alice' } },
    throttle: 'perHour',
    stranger: 'tokenMissing',
  },
  {
    card: providers[2],
    given: {
      you: { tokenSince: 'PT1H' },
      customers: { claire: { usagePoints: { home: { prm: '25000000000134' } }, consented: true } },
    },
    login: { authorization: `Bearer ${tokenGivenTo(enedisClientId)}` },
    reads: { endpoint: 'synthContrat.read', path: '/synth_contrat_auto/v1/25000000000134' },
    malformed: { path: '/subscribed_services/v1', method: 'POST', body: '{"autorisationId": "all"}' },
    act: { action: 'revoke', args: { as: 'claire' } },
    throttle: 'v2PerHour',
    stranger: 'tokenMissing',
  },
]
