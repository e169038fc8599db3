import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page } from './frame.tsx'

/** What a browser is shown where it is sent nowhere: an error, or a word that all is well and yet no way back. */
export function NoticePage({ title, says }: { title: string; says: string }): JSX.Element {
  return (
    <Page title={title}>
      <div class="card">
        <h1>{title}</h1>
        <p>{says}</p>
      </div>
    </Page>
  )
}
