import type { JSX } from 'hono/jsx/jsx-runtime'
import { PortalPage, type Told } from './frame.tsx'

/** What has been used of one limit by now. */
export type Used = { name: string; whose: string; spent: number; allowance: number }

/** How often the API was asked, against what is allowed. */
export function UsagePage(view: Told & { displayName: string; used: readonly Used[] }): JSX.Element {
  return (
    <PortalPage
      {...view}
      at="/portal/usage"
      lead="Every call of the API counts, those of the token endpoint included. Pages do not."
    >
      {view.used.map(({ name, whose, spent, allowance }) => (
        <section class="card">
          <h2>{name}</h2>
          <p>
            <b>{spent.toLocaleString('en-US')}</b> of {allowance.toLocaleString('en-US')} {whose}
          </p>
          <meter min={0} max={allowance} high={allowance * 0.9} value={spent} aria-label={name}>
            {spent}
          </meter>
        </section>
      ))}
    </PortalPage>
  )
}
