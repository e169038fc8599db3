import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert, Done, Page } from '../frame.tsx'

/** The pages of the portal, in the order of its navigation. */
export const places = {
  '/portal': 'Registration',
  '/portal/tests': 'Tests',
  '/portal/certificates': 'Certificates',
  '/portal/authorizations': 'Authorizations',
  '/portal/usage': 'API usage',
  '/portal/settings': 'Settings',
} as const
export type Place = keyof typeof places

/** What a page of the portal has just to say. */
export type Told = { done?: string | undefined; alert?: string | undefined }

/** A page of the portal, for whoever has logged in for a registration. */
export function PortalPage(
  props: Told & { at: Place; displayName: string; lead: string; children?: Child },
): JSX.Element {
  const { at, displayName, lead, done, alert, children } = props
  const who = { name: displayName, logOut: '/portal/logout' }
  return (
    <Page title={places[at]} site="Share My Data for third parties" who={who} wide>
      <nav aria-label="Portal">
        {Object.entries(places).map(([path, name]) => (
          <a href={path} aria-current={path === at ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <h1>{places[at]}</h1>
      <p class="lead">{lead}</p>
      <Alert says={alert} />
      <Done says={done} />
      {children}
    </Page>
  )
}

/** A secret that may be shown again; the journal knows it by this mark, and keeps a fingerprint. */
export function Secret({ value }: { value: string }): JSX.Element {
  return <code data-secret="">{value}</code>
}
