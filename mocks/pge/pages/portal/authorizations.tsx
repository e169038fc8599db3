import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Day } from '../../model/index.ts'
import { dayInWords } from '../words.ts'
import { PortalPage, type Told } from './frame.tsx'

/** An authorization as its third party sees it: by number, not by name. */
export type Listed = {
  id: string
  since: Day
  endsOn: Day | null
  agreements: number
  status: 'Active' | 'Ends tonight' | 'Ended'
}

type Authorizations = Told & { displayName: string; listed: readonly Listed[]; wanted: string }

/** The authorizations of a third party, by Subscription ID. */
export function AuthorizationsPage(view: Authorizations): JSX.Element {
  const { listed, wanted } = view
  return (
    <PortalPage {...view} at="/portal/authorizations" lead="What customers have authorized you to receive.">
      <form class="inline card" method="get" action="/portal/authorizations">
        <label>
          Subscription ID
          <input name="id" inputmode="numeric" value={wanted} />
        </label>
        <button class="plain" type="submit">
          Find
        </button>
      </form>
      {listed.length === 0 && (
        <p class="card">{wanted === '' ? 'There are none yet.' : `There is none with the ID ${wanted}.`}</p>
      )}
      {listed.map((one) => (
        <Authorization one={one} />
      ))}
    </PortalPage>
  )
}

function Authorization({ one: { id, since, endsOn, agreements, status } }: { one: Listed }): JSX.Element {
  return (
    <section class="card">
      <h2>
        Subscription {id}{' '}
        <span class={`tag ${status === 'Active' ? 'good' : status === 'Ended' ? 'bad' : ''}`}>{status}</span>
      </h2>
      <dl>
        <dt>Authorized</dt>
        <dd>{dayInWords(since)}</dd>
        <dt>{status === 'Ended' ? 'Ended' : 'Ends'}</dt>
        <dd>{endsOn === null ? 'When the customer cancels' : dayInWords(endsOn)}</dd>
        <dt>Service agreements</dt>
        <dd>{agreements}</dd>
      </dl>
      {status === 'Active' && (
        <form class="actions" method="post" action="/portal/authorizations/cancel">
          <input type="hidden" name="id" value={id} />
          <button class="danger" type="submit">
            Cancel subscription {id}
          </button>
        </form>
      )}
    </section>
  )
}
