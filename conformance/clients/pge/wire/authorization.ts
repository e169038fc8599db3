import type { Places } from '../memory.ts'
import { idIn, type Entry } from './feed.ts'
import { number, text } from './xml.ts'

/** What the provider tells of an authorization. */
export type AuthorizationTold = {
  id: string
  /** 0 revoked, 1 active, 2 denied. */
  status: string
  /** Null where it has no end. */
  endsAt: string | null
  scope: string
  /** What it opens: customers' have a Subscription, the client's own the bulk or its registration. */
  resource: string
}

export function authorizationIn({ self, content }: Entry): AuthorizationTold {
  const start = seconds(number(content, 'authorizedPeriod', 'start') ?? 0)
  const duration = seconds(number(content, 'authorizedPeriod', 'duration') ?? 0)
  return {
    id: idIn(text(content, 'authorizationURI') ?? self, 'Authorization') ?? '',
    status: text(content, 'status') ?? '',
    endsAt: duration === 0 ? null : instantAt(start + duration),
    scope: text(content, 'scope') ?? '',
    resource: text(content, 'resourceURI') ?? '',
  }
}

/** What the provider tells of a registration. */
export type ApplicationTold = { status: number; places: Places }

export function applicationIn({ content }: Entry): ApplicationTold {
  return {
    status: number(content, 'dataCustodianApplicationStatus') ?? 0,
    places: {
      authorize: text(content, 'authorizationServerAuthorizationEndpoint') ?? '',
      token: text(content, 'authorizationServerTokenEndpoint') ?? '',
      resource: text(content, 'dataCustodianResourceEndpoint') ?? '',
      bulk: text(content, 'dataCustodianBulkRequestURI') ?? '',
    },
  }
}

/** Some answers told milliseconds where seconds are meant. */
function seconds(told: number): number {
  return told > 1e11 ? Math.round(told / 1000) : told
}

/** Null for what lies so far ahead that it means no end. */
function instantAt(epoch: number): string | null {
  return epoch > 32_503_680_000 ? null : new Date(epoch * 1000).toISOString()
}
