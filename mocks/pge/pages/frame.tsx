import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { HtmlPage } from '../../../src/toolbox/html-page.tsx'
import { style } from './style.ts'

type Framed = {
  title: string
  /** Which of the two sites it belongs to. */
  site?: 'Share My Data' | 'Share My Data for third parties'
  /** Who is logged in, and where logging out is sent. */
  who?: { name: string; logOut: string } | undefined
  wide?: boolean
  children?: Child
}

/** What stands around every page of Share My Data. It says whose page it really is. */
export function Page({ title, site = 'Share My Data', who, wide = false, children }: Framed): JSX.Element {
  return (
    <HtmlPage title={`${title} – PG&E ${site}`} style={style}>
      <header>
        <div>
          <p>
            <b>PG&amp;E</b>
            <span>{site}</span>
          </p>
          {who && (
            <form method="post" action={who.logOut}>
              <button type="submit">
                Log out <i>{who.name}</i>
              </button>
            </form>
          )}
        </div>
      </header>
      <main class={wide ? 'wide' : undefined}>{children}</main>
      <footer>
        Played by Wattproof on this machine, for tests. This is not a page of Pacific Gas and Electric Company: enter no
        real account here.
      </footer>
    </HtmlPage>
  )
}

/** An address to be copied, which breaks between its parts where it is too long for a line. */
export function Address({ at }: { at: string }): JSX.Element {
  const parts = at.split(/(?<=[^/]\/)(?=[^/])/)
  return (
    <code>
      {parts.map((part, number) => (
        <>
          {number > 0 && <wbr />}
          {part}
        </>
      ))}
    </code>
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

/** What has just been done. */
export function Done({ says }: { says: string | undefined }): JSX.Element | null {
  if (says === undefined) return null
  return (
    <p class="done" role="status">
      {says}
    </p>
  )
}
