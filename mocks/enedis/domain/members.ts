import type { Members } from '../model/index.ts'

/** The ids of a set. */
export function idsIn<Id extends string>(members: Readonly<Members<Id>> | undefined): Id[] {
  return Object.keys(members ?? {}) as Id[]
}

/** Puts an id into the set under a key. */
export function addMember<Key extends string, Id extends string>(
  index: Partial<Record<Key, Members<Id>>>,
  key: Key,
  id: Id,
): void {
  if (!(key in index)) index[key] = {} as Members<Id>
  const members = index[key] as Record<string, true>
  members[id] = true
}
