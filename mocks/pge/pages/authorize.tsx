import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DataGroup, Day } from '../model/index.ts'
import type { SeenAgreement } from '../views.ts'
import { Alert, Page } from './frame.tsx'
import { commodityWords, dayInWords, groupWords } from './words.ts'

/** What was chosen so far, or what the page suggests. */
export type Chosen = { agreements: readonly string[]; dataGroups: readonly string[]; endsOn: Day | null }

type Authorize = {
  company: string
  customer: { name: string; isGuest: boolean }
  agreements: readonly SeenAgreement[]
  dataGroups: readonly DataGroup[]
  historyMonths: number
  chosen: Chosen
  /** What the third party asks for: not before this day. */
  endsNotBefore: Day | null
  today: Day
  /** Since when the same company has had an authorization, which a new one replaces. */
  replaces: Day | null
  /** Where the browser goes afterwards, whatever the customer decides. */
  returnsTo: string
  next: string
  alert?: string | undefined
}

/** Where a customer decides what to share, of which service, and for how long. */
export function AuthorizePage(asked: Authorize): JSX.Element {
  const { company, customer, replaces, returnsTo, next, alert } = asked
  return (
    <Page title={`Authorize ${company}`} who={{ name: customer.name, logOut: '/myAuthorization/logout' }}>
      <h1>Share your energy data with {company}</h1>
      <p class="lead">
        Nothing is shared until you press Authorize. You decide what, for how long, and can cancel at any time.
      </p>
      <Alert says={alert} />
      {replaces && (
        <p class="note">
          You have authorized {company} since {dayInWords(replaces)}. If you authorize again, the new authorization
          takes the place of that one.
        </p>
      )}
      <form method="post" action="/myAuthorization/approve">
        <input type="hidden" name="next" value={next} />
        <Agreements {...asked} />
        <Groups {...asked} />
        <Period {...asked} />
        <p class="lead">
          By choosing Authorize you allow PG&amp;E to send the data above to {company}
          {customer.isGuest
            ? '. To cancel later, create an online account, or ask the company to cancel.'
            : ' until then, or until you cancel it on the page of your authorizations.'}{' '}
          Whichever you choose, you go back to {company} at <b>{returnsTo}</b>.
        </p>
        <div class="actions">
          <button type="submit">Authorize</button>
          <button class="plain" type="submit" formaction="/myAuthorization/cancel" formnovalidate>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}

function Agreements({ agreements, chosen }: Authorize): JSX.Element {
  return (
    <fieldset>
      <legend>Service agreements</legend>
      {agreements.length === 0 && (
        <p class="note">
          None of your service can be shared: only active service that PG&amp;E installed and reads can.
        </p>
      )}
      {agreements.map(({ id, name, commodity, address }) => (
        <label class="choice">
          <input type="checkbox" name="agreements" value={id} checked={chosen.agreements.includes(id)} />
          <span>
            {commodityWords[commodity]}, {address.street}, {address.city}
            <small>Service agreement {name}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Groups({ dataGroups, historyMonths, company, chosen }: Authorize): JSX.Element {
  return (
    <fieldset>
      <legend>Kinds of data</legend>
      {dataGroups.map((group) => (
        <label class="choice">
          <input type="checkbox" name="dataGroups" value={group} checked={chosen.dataGroups.includes(group)} />
          <span>
            {groupWords[group].name}
            <small>{groupWords[group].holds}</small>
          </span>
        </label>
      ))}
      <p class="lead">
        {company} also receives what was recorded in the past {historyMonths} months.
      </p>
    </fieldset>
  )
}

function Period({ company, chosen, endsNotBefore, today }: Authorize): JSX.Element {
  return (
    <fieldset>
      <legend>For how long</legend>
      {endsNotBefore && (
        <p>
          {company} asks for data until at least {dayInWords(endsNotBefore)}.
        </p>
      )}
      <label class="choice">
        <input type="radio" name="period" value="until" checked={chosen.endsOn !== null} />
        <span>
          Until a day that I choose
          <input type="date" name="endsOn" value={chosen.endsOn ?? ''} min={today} aria-label="Last day" />
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="period" value="indefinite" checked={chosen.endsOn === null} />
        <span>
          Until I cancel
          <small>Without an end date</small>
        </span>
      </label>
    </fieldset>
  )
}
