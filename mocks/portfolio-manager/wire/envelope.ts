import { branch, branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { Link } from '../views.ts'

/** It worked, and there is nothing more to say. Source: XSD26, responseType. */
export function encodeOk(): string {
  return ok
}
const ok = documentOf(branchWith('response', { status: 'Ok' }))

/** Something was made or changed: its id, and where to find it. */
export function encodeDone({ id, links }: { id: string; links: readonly Link[] }): string {
  return documentOf(branchWith('response', { status: 'Ok' }, leaf('id', id), linkList(links)))
}

/** A list of things to fetch. `links` stands there even when empty: clients fail without it. */
export function encodeLinks(links: readonly Link[]): string {
  return documentOf(branchWith('response', { status: 'Ok' }, linkList(links)))
}

/** What went wrong, in the provider's two numbers. Source: DOC, error codes; XSD26, errorType. */
export function encodeError({ number, description }: { number: string; description: string }): string {
  const error = branchWith('error', { errorNumber: number, errorDescription: description })
  return documentOf(branchWith('response', { status: 'Error' }, branch('errors', error)))
}

/** Attributes in the order of recorded bodies. */
export function linkList(links: readonly Link[]): Markup {
  return branch(
    'links',
    each(links, ({ id, hint, linkDescription, link, httpMethod }) =>
      branchWith('link', { id, hint, linkDescription, link, httpMethod }),
    ),
  )
}
