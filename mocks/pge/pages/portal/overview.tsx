import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Standing } from '../../views.ts'
import { Address } from '../frame.tsx'
import { PortalPage, Secret, type Told } from './frame.tsx'

/** A milestone of the registration: what it is, what it needs, and whether it has been passed. */
export type Step = { name: string; detail: string; isPassed: boolean }
/** What is shown from acceptance on. */
export type Credentials = {
  clientId: string
  clientSecret: string
  registrationToken: string
  bulkId: string
  applicationId: string
}

type Overview = Told & {
  displayName: string
  company: string
  userType: string
  standing: Standing
  steps: readonly Step[]
  credentials: Credentials | null
  addresses: readonly (readonly [name: string, address: string])[]
  mayRegisterAgain: boolean
}

const standings: Readonly<Record<Standing, { says: string; kind: '' | 'good' | 'bad' }>> = {
  unconfirmed: { says: 'E-mail not confirmed', kind: '' },
  linkLapsed: { says: 'Link lapsed', kind: 'bad' },
  confirmed: { says: 'Waiting for acceptance', kind: '' },
  accepted: { says: 'Accepted', kind: '' },
  expired: { says: 'Expired', kind: 'bad' },
  inReview: { says: 'In final review', kind: '' },
  approved: { says: 'Approved', kind: 'good' },
  onHold: { says: 'On hold', kind: 'bad' },
  revoked: { says: 'Revoked', kind: 'bad' },
  closed: { says: 'Closed', kind: 'bad' },
}

/** Where a registration stands, and what its client needs to know. */
export function OverviewPage(view: Overview): JSX.Element {
  const { displayName, company, userType, standing, steps, credentials, addresses, mayRegisterAgain } = view
  return (
    <PortalPage {...view} at="/portal" lead={`${company}, registered as ${userType}.`}>
      <section class="card">
        <h2>
          Milestones <span class={`tag ${standings[standing].kind}`}>{standings[standing].says}</span>
        </h2>
        <ol class="steps">
          {steps.map(({ name, detail, isPassed }, at) => (
            <li class={isPassed ? 'passed' : undefined}>
              <i aria-label={isPassed ? 'passed' : 'not yet'}>{isPassed ? '✓' : at + 1}</i>
              <span>
                {name}
                <small>{detail}</small>
              </span>
            </li>
          ))}
        </ol>
        {mayRegisterAgain && (
          <form class="actions" method="post" action="/portal/again">
            <button type="submit">Send the registration of {displayName} again</button>
          </form>
        )}
      </section>
      {credentials ? <CredentialsCard {...credentials} /> : <NoCredentials />}
      {credentials && (
        <section class="card">
          <h2>Addresses</h2>
          <dl>
            {addresses.map(([name, address]) => (
              <>
                <dt>{name}</dt>
                <dd>
                  <Address at={address} />
                </dd>
              </>
            ))}
          </dl>
        </section>
      )}
    </PortalPage>
  )
}

function CredentialsCard({
  clientId,
  clientSecret,
  registrationToken,
  bulkId,
  applicationId,
}: Credentials): JSX.Element {
  return (
    <section class="card">
      <h2>Credentials</h2>
      <dl>
        <dt>Client ID</dt>
        <dd>
          <code>{clientId}</code>
        </dd>
        <dt>Client secret</dt>
        <dd>
          <Secret value={clientSecret} />
        </dd>
        <dt>Registration access token</dt>
        <dd>
          <Secret value={registrationToken} />
        </dd>
        <dt>Bulk ID</dt>
        <dd>
          <code>{bulkId}</code>
        </dd>
        <dt>ApplicationInformation ID</dt>
        <dd>
          <code>{applicationId}</code>
        </dd>
      </dl>
    </section>
  )
}

function NoCredentials(): JSX.Element {
  return (
    <p class="note">
      Client ID, secret and registration access token are shown here while the registration is accepted or approved.
    </p>
  )
}
