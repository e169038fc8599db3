import type { Members, ShareShelf } from '../model/index.ts'

/** The set under a key of an index. Read back after it is made: the store keeps a copy of what it is given. */
function membersAt<Key extends string, Id extends string>(index: Record<Key, Members<Id>>, key: Key): Members<Id> {
  if (!(key in index)) index[key] = {} as Members<Id>
  return index[key]
}

/** The ids of a set. Ids are whole numbers, and such keys of an object come in ascending order whatever came first. */
export function idsIn<Id extends string>(members: Readonly<Members<Id>> | undefined): Id[] {
  return Object.keys(members ?? {}) as Id[]
}

/** Puts an id into the set under a key. */
export function addMember<Key extends string, Id extends string>(
  index: Record<Key, Members<Id>>,
  key: Key,
  id: Id,
): void {
  const members: Record<string, true> = membersAt(index, key)
  members[id] = true
}

/** Takes an id out of the set under a key. */
export function dropMember<Key extends string, Id extends string>(
  index: Record<Key, Members<Id>>,
  key: Key,
  id: Id,
): void {
  if (key in index) delete index[key][id]
}

/** The two sets of items under a key. */
export function shelfAt<Key extends string>(index: Record<Key, ShareShelf>, key: Key): ShareShelf {
  if (!(key in index)) index[key] = { properties: {}, meters: {} }
  return index[key]
}
