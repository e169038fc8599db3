import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page } from './frame.tsx'

/** What a browser is shown instead of the login when the third party's request is wrong. Nobody is sent anywhere. */
export function RefusedPage({ says }: { says: string }): JSX.Element {
  return (
    <Page title="This request cannot be completed">
      <div class="card">
        <h1>This request cannot be completed</h1>
        <p>{says}</p>
        <p class="lead">
          Nothing has been shared. Please go back to the company that sent you here and tell them what this page says.
        </p>
      </div>
    </Page>
  )
}
