import type { JSX } from 'hono/jsx/jsx-runtime'
import { Address } from '../frame.tsx'
import { PortalPage, type Told } from './frame.tsx'

type Tests = Told & {
  displayName: string
  /** Whether each test is passed; tests that this kind of registration has no part in are left out. */
  passed: { connectivity: boolean; oauth?: boolean; applicationInformation?: boolean }
  addresses: { testToken: string; testAuthorize: string; status: string; sample: string; authorization: string }
  portalUri: string | null
  mayTest: boolean
}

/** The three tests of a registration, and a button that begins the second. */
export function TestsPage(view: Tests): JSX.Element {
  const { passed, addresses, portalUri, mayTest } = view
  return (
    <PortalPage
      {...view}
      at="/portal/tests"
      lead="Pass these tests within ninety days of acceptance. Then the final review begins."
    >
      <section class="card">
        <h2>
          API connectivity <Passed is={passed.connectivity} />
        </h2>
        <ol>
          <li>
            Get a client access token at <Address at={addresses.testToken} />
          </li>
          <li>
            With it, read <Address at={addresses.status} />
          </li>
          <li>
            Then read <Address at={addresses.sample} />
          </li>
        </ol>
      </section>
      {passed.oauth !== undefined && (
        <section class="card">
          <h2>
            OAuth <Passed is={passed.oauth} />
          </h2>
          <p>
            This button sends your browser to your portal address, <Address at={portalUri ?? 'which is missing'} />, as
            if a customer had chosen you. From there send it to <Address at={addresses.testAuthorize} /> and exchange
            the code at <Address at={addresses.testToken} />.
          </p>
          <form class="actions" method="post" action="/portal/tests/oauth">
            <button type="submit" disabled={!mayTest || portalUri === null}>
              Begin the OAuth test
            </button>
          </form>
        </section>
      )}
      {passed.applicationInformation !== undefined && (
        <section class="card">
          <h2>
            ApplicationInformation <Passed is={passed.applicationInformation} />
          </h2>
          <p>
            Find the address of your ApplicationInformation in <Address at={addresses.authorization} />, and read it
            with the registration access token. It holds the addresses to use after approval.
          </p>
        </section>
      )}
    </PortalPage>
  )
}

function Passed({ is }: { is: boolean }): JSX.Element {
  return <span class={is ? 'tag good' : 'tag'}>{is ? 'passed' : 'not yet passed'}</span>
}
