import type { JSX } from 'hono/jsx/jsx-runtime'
import { RegistrationFields, type Fields } from './fields.tsx'
import { PortalPage, type Told } from './frame.tsx'

/** What a third party may change by itself. */
export function SettingsPage(view: Told & { displayName: string; fields: Fields }): JSX.Element {
  return (
    <PortalPage
      {...view}
      at="/portal/settings"
      lead="Data groups and history bind authorizations to come; those you have keep what they were given with."
    >
      <form class="card" method="post" action="/portal/settings">
        <RegistrationFields {...view.fields} />
        <div class="actions">
          <button type="submit">Save</button>
        </div>
      </form>
    </PortalPage>
  )
}
