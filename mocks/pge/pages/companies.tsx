import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert, Page } from './frame.tsx'

type Companies = {
  name: string
  companies: readonly { clientId: string; displayName: string }[]
  alert?: string | undefined
}

/** Companies that PG&E lists; choosing one leads to that company's own site. */
export function CompaniesPage({ name, companies, alert }: Companies): JSX.Element {
  return (
    <Page title="Authorize a company" who={{ name, logOut: '/myAuthorization/logout' }}>
      <h1>Authorize a company</h1>
      <p class="lead">
        These companies have registered with PG&amp;E. When you choose one you leave for its site, and come back here to
        decide what to share. <a href="/myAuthorization/current">Who receives your data now</a>
      </p>
      <Alert says={alert} />
      {companies.length === 0 && <p class="card">No company can be authorized here at present.</p>}
      {companies.map(({ clientId, displayName }) => (
        <form class="choice" method="post" action="/myAuthorization/companies">
          <span>{displayName}</span>
          <button type="submit" name="clientId" value={clientId} aria-label={`Choose ${displayName}`}>
            Choose
          </button>
        </form>
      ))}
    </Page>
  )
}
