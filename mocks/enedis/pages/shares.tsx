import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ShareView } from '../views/index.ts'
import { Alert, Page } from './frame.tsx'
import { dayInWords } from './words.ts'

type Shares = { customer: string; shares: readonly ShareView[]; done?: string | undefined; alert?: string | undefined }

/** What a customer shares now, and how they put an end to it. */
export function SharesPage({ customer, shares, done, alert }: Shares): JSX.Element {
  return (
    <Page title="Mes partages" who={{ name: customer, next: '/dataconnect/partages' }}>
      <h1>Mes partages de données</h1>
      <Alert says={alert} />
      {done && (
        <p class="done" role="status">
          {done}
        </p>
      )}
      {shares.length === 0 && <p class="lead">Vous ne partagez aucune donnée.</p>}
      {shares.map(({ id, application, usagePoint, place, since, until }) => (
        <form class="card" method="post" action="/dataconnect/partages/revoquer">
          <input type="hidden" name="consent" value={id} />
          <h2>{application}</h2>
          <p>
            {place}, PRM {usagePoint}
            <br />
            Depuis le {dayInWords(since)}, jusqu’au {dayInWords(until)}
          </p>
          <button class="danger" type="submit">
            Arrêter le partage
          </button>
        </form>
      ))}
    </Page>
  )
}
