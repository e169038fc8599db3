import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { HtmlPage } from '../../../src/toolbox/html-page.tsx'
import { style } from './style.ts'

type Framed = {
  title: string
  /** Who is logged in, and where they go on after logging out. */
  who?: { name: string; next: string } | undefined
  children?: Child
}

/** What stands around every page of mon-compte-particulier. It says whose page it really is. */
export function Page({ title, who, children }: Framed): JSX.Element {
  return (
    <HtmlPage title={`${title} – Enedis`} style={style} lang="fr">
      <header>
        <div>
          <b>Enedis</b>
          <span>Mon compte particulier</span>
          {who && (
            <form method="post" action="/dataconnect/deconnexion">
              <input type="hidden" name="next" value={who.next} />
              <button type="submit">Déconnecter {who.name}</button>
            </form>
          )}
        </div>
      </header>
      <main>{children}</main>
      <footer>
        Page jouée par Wattproof sur cette machine, pour des essais. Ceci n’est pas une page d’Enedis : n’y saisissez
        aucun vrai compte.
      </footer>
    </HtmlPage>
  )
}

/** What the page says no to, where whoever reads it looks first. */
export function Alert({ says }: { says: string | undefined }): JSX.Element | null {
  if (says === undefined) return null
  return (
    <p class="alert" role="alert">
      {says}
    </p>
  )
}
