import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DataGroup, Day } from '../model/index.ts'
import type { SeenAgreement } from '../views.ts'
import { Alert, Done, Page } from './frame.tsx'
import { commodityWords, dayInWords, groupWords } from './words.ts'

/** One authorization as its customer sees it. */
export type Shared = {
  clientId: string
  company: string
  since: Day
  /** The last day; null where there is no end. */
  endsOn: Day | null
  dataGroups: readonly DataGroup[]
  agreements: readonly SeenAgreement[]
  /** Cancelled today: data is open until midnight. */
  isEnding: boolean
}
export type Past = { company: string; since: Day; endedOn: Day }

type Current = {
  name: string
  current: readonly Shared[]
  past: readonly Past[]
  tomorrow: Day
  done?: string | undefined
  alert?: string | undefined
}

/** Where a customer sees whom they share data with, and changes it. */
export function CurrentPage({ name, current, past, tomorrow, done, alert }: Current): JSX.Element {
  return (
    <Page title="Your authorizations" who={{ name, logOut: '/myAuthorization/logout' }}>
      <h1>Who receives your energy data</h1>
      <p class="lead">
        To add service or kinds of data to an authorization, cancel it and authorize the company again.{' '}
        <a href="/myAuthorization/companies">Authorize a company</a>
      </p>
      <Alert says={alert} />
      <Done says={done} />
      {current.length === 0 && <p class="card">You share data with no company.</p>}
      {current.map((one) => (
        <Authorization one={one} tomorrow={tomorrow} />
      ))}
      {past.length > 0 && <Ended past={past} />}
    </Page>
  )
}

function Authorization({ one, tomorrow }: { one: Shared; tomorrow: Day }): JSX.Element {
  const { company, since, endsOn, dataGroups, isEnding } = one
  return (
    <section class="card">
      <h2>{company}</h2>
      {isEnding && <p class="note">You have cancelled this authorization. {company} receives data until midnight.</p>}
      <dl>
        <dt>Authorized</dt>
        <dd>{dayInWords(since)}</dd>
        <dt>Ends</dt>
        <dd>{isEnding ? 'Tonight at midnight' : endsOn === null ? 'When you cancel' : dayInWords(endsOn)}</dd>
        <dt>Data</dt>
        <dd>{dataGroups.map((group) => groupWords[group].name).join(', ')}</dd>
      </dl>
      <Agreements one={one} />
      {!isEnding && (
        <>
          {endsOn !== null && <Extend one={one} tomorrow={tomorrow} />}
          <form method="post" action="/myAuthorization/current/cancel" class="actions">
            <input type="hidden" name="clientId" value={one.clientId} />
            <button class="danger" type="submit">
              Cancel the authorization for {company}
            </button>
          </form>
        </>
      )}
    </section>
  )
}

function Agreements({ one }: { one: Shared }): JSX.Element {
  const mayRemove = !one.isEnding && one.agreements.length > 1
  return (
    <>
      <h3>Service agreements</h3>
      <div>
        {one.agreements.map(({ id, name, commodity, address }) => (
          <form method="post" action="/myAuthorization/current/remove" class="choice">
            <span>
              {commodityWords[commodity]}, {address.street}, {address.city}
              <small>Service agreement {name}</small>
            </span>
            <input type="hidden" name="clientId" value={one.clientId} />
            <input type="hidden" name="agreement" value={id} />
            {mayRemove && (
              <button class="plain" type="submit" aria-label={`Remove service agreement ${name}`}>
                Remove
              </button>
            )}
          </form>
        ))}
      </div>
    </>
  )
}

function Extend({ one, tomorrow }: { one: Shared; tomorrow: Day }): JSX.Element {
  return (
    <form method="post" action="/myAuthorization/current/extend" class="inline">
      <input type="hidden" name="clientId" value={one.clientId} />
      <label>
        Extend until
        <input type="date" name="endsOn" min={one.endsOn ?? tomorrow} required />
      </label>
      <button class="plain" type="submit">
        Extend
      </button>
      <button class="plain" type="submit" name="period" value="indefinite" formnovalidate>
        Until I cancel
      </button>
    </form>
  )
}

function Ended({ past }: { past: readonly Past[] }): JSX.Element {
  return (
    <section class="card">
      <h2>Ended</h2>
      <dl>
        {past.map(({ company, since, endedOn }) => (
          <>
            <dt>{company}</dt>
            <dd>
              {dayInWords(since)} to {dayInWords(endedOn)}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
