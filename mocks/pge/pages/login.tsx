import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert, Page } from './frame.tsx'

/** Somebody who can log in here, for whoever tests: the page is on their own machine. */
export type Hint = { name: string; username: string | null; accountNumber: string; zip: string }

type Login = {
  /** Who wants the customer's data; null where the customer came of their own accord. */
  company: string | null
  tab: 'login' | 'guest'
  /** Addresses of the two tabs, and where cancelling is sent. Only an authorization can be cancelled. */
  tabs: { login: string; guest: string } | null
  action: string
  cancel: string | null
  /** Where to go on: the query of the authorization, or a path. */
  next: string
  alert?: string | undefined
  hints: readonly Hint[]
}

/** Where a customer says who they are: with their online account, or as a guest with a bill at hand. */
export function LoginPage({ company, tab, tabs, action, cancel, next, alert, hints }: Login): JSX.Element {
  return (
    <Page title="Log in">
      <h1>{company === null ? 'Log in to your account' : `Share your energy data with ${company}`}</h1>
      <p class="lead">
        {company === null
          ? 'See and change who receives your energy data.'
          : `${company} asks for your permission to receive data about your energy use. Log in to see what, and decide.`}
      </p>
      <Alert says={alert} />
      {tabs && (
        <div class="tabs" aria-label="Ways to log in">
          <a href={tabs.login} aria-current={tab === 'login' ? 'page' : undefined}>
            Online account
          </a>
          <a href={tabs.guest} aria-current={tab === 'guest' ? 'page' : undefined}>
            Continue as guest
          </a>
        </div>
      )}
      <form class="card" method="post" action={action}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="tab" value={tab} />
        {tab === 'login' ? <AccountFields /> : <GuestFields />}
        <div class="actions">
          <button type="submit">{tab === 'login' ? 'Log in' : 'Continue'}</button>
          {cancel && (
            <button class="plain" type="submit" formaction={cancel} formnovalidate>
              Cancel
            </button>
          )}
        </div>
      </form>
      <Hints hints={hints} tab={tab} />
    </Page>
  )
}

function AccountFields(): JSX.Element {
  return (
    <>
      <label>
        Username
        <input name="username" autocomplete="username" required autofocus />
      </label>
      <label>
        Password
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
    </>
  )
}

function GuestFields(): JSX.Element {
  return (
    <>
      <label>
        Account number
        <small>Eleven digits, at the top of your bill</small>
        <input name="accountNumber" inputmode="numeric" autocomplete="off" required autofocus />
      </label>
      <label>
        ZIP code of your billing address
        <input name="zip" inputmode="numeric" autocomplete="postal-code" required maxlength={10} />
      </label>
      <p class="lead">
        As a guest you can authorize a company. To change or cancel an authorization later, create an account.
      </p>
    </>
  )
}

function Hints({ hints, tab }: Pick<Login, 'hints' | 'tab'>): JSX.Element {
  const able = hints.filter(({ username }) => tab === 'guest' || username !== null)
  return (
    <details>
      <summary>Who can log in to this sandbox?</summary>
      <div class="scroll">
        <table>
          <tbody>
            {able.map(({ name, username, accountNumber, zip }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  <code>{tab === 'guest' ? accountNumber : username}</code>
                </td>
                <td>{tab === 'guest' && <code>{zip}</code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tab === 'login' && (
        <p>
          The password is <code>Sandbox-2026</code>, unless the scenario says another.
        </p>
      )}
    </details>
  )
}
