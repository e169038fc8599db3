import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert, Done, Page } from '../frame.tsx'
import type { Told } from './frame.tsx'

/** Where a third party's people log in. */
export function PortalLoginPage({ contacts, done, alert }: Told & { contacts: readonly string[] }): JSX.Element {
  return (
    <Page title="Log in" site="Share My Data for third parties">
      <h1>Third-party portal</h1>
      <p class="lead">For companies that receive energy data of PG&amp;E customers with their permission.</p>
      <Alert says={alert} />
      <Done says={done} />
      <form class="card" method="post" action="/portal/login">
        <label>
          E-mail address of the business contact
          <input name="username" type="email" autocomplete="username" required autofocus />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <div class="actions">
          <button type="submit">Log in</button>
        </div>
      </form>
      <p>
        Not registered yet? <a href="/portal/register">Register your company</a>
      </p>
      <details>
        <summary>Who can log in to this sandbox?</summary>
        <ul>
          {contacts.map((contact) => (
            <li>
              <code>{contact}</code>
            </li>
          ))}
        </ul>
        <p>
          The password is <code>Sandbox-2026</code>, unless the scenario or the registration form says another.
        </p>
      </details>
    </Page>
  )
}
