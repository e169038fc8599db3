import { all, one, parse, text, type Node } from './xml.ts'

/** One entry of a feed: what it is, where it stands, what it is about, and what it says. */
export type Entry = { kind: string; self: string; related: string[]; content: Node }

/** The entries of a feed, or the one entry that came alone. A feed without any is as good as no answer. */
export function entriesOf(body: string): Entry[] {
  if (body === '') return []
  const root = parse(body)
  return [...all(one(root, 'feed'), 'entry'), ...all(root, 'entry')].flatMap(entryOf)
}

function entryOf(entry: Node): Entry[] {
  const content = one(entry, 'content')
  if (content === undefined || typeof content === 'string') return []
  const kind = Object.keys(content).find((name) => !name.startsWith('@') && name !== '#text')
  if (kind === undefined) return []
  const links = all(entry, 'link').map((link) => ({ rel: text(link, '@rel'), href: text(link, '@href') ?? '' }))
  const self = links.find(({ rel }) => rel === 'self')?.href ?? ''
  const related = links.filter(({ rel }) => rel === 'related').map(({ href }) => href)
  return [{ kind, self, related, content: one(content, kind) ?? '' }]
}

/** Entries of one kind. */
export function ofKind(entries: readonly Entry[], kind: string): Entry[] {
  return entries.filter((entry) => entry.kind === kind)
}

/** What follows a name in an address: `idIn('…/UsagePoint/123/MeterReading', 'UsagePoint')` is 123. */
export function idIn(address: string, name: string): string | undefined {
  const [, id] = new RegExp(`/${name}/([^/?]+)`).exec(address) ?? []
  return id
}

/** The addresses that a notice tells to fetch, in its order. */
export function resourcesIn(notice: string): string[] {
  return all(one(parse(notice), 'BatchList'), 'resources').flatMap((resource) => text(resource) ?? [])
}
