import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPatches, revertPatches, StateError, Store, type Json } from '../../src/ground/store/index.ts'

type Tree = { [key: string]: Json }
type Branch = Tree | Json[]

/** One random act on a random branch; the numbers are spread over whatever branches and keys there are. */
type Act = { word: Word; at: number; from: number; key: string; index: number; count: number; value: Json }
type Word = (typeof words)[number]

/** Who acts: the store's draft copies what it is given and refuses lost writes; the model must be told to copy. */
type Actor = { copy: <T>(value: T) => T; refusesLostWrites: boolean }

const words = [
  ...['set', 'set', 'set', 'delete', 'delete', 'putBack', 'alias', 'aliasInside', 'spread', 'edit', 'same'],
  ...[
    'push',
    'push',
    'pop',
    'shift',
    'unshift',
    'splice',
    'rotate',
    'sort',
    'reverse',
    'fill',
    'copyWithin',
    'cut',
    'swap',
  ],
  ...['pushAlias', 'held', 'held'],
] as const

const keys = ['a', 'b', 'c', 'd', '0', '7', '10', '__proto__', 'constructor', 'toString', 'length', 'then', '']

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -0, 1, 2.5, 'x', 'y', ''),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...keys), tie('json')), { maxLength: 4 }).map(treeOf),
  ),
}))

const act: fc.Arbitrary<Act> = fc.record({
  word: fc.constantFrom(...words),
  at: fc.oneof(fc.nat(2), fc.nat(1000)),
  from: fc.nat(1000),
  key: fc.constantFrom('a', 'b', ...keys),
  index: fc.integer({ min: -3, max: 6 }),
  count: fc.integer({ min: -1, max: 3 }),
  value: json,
})

const change = fc.record({ acts: fc.array(act, { maxLength: 12 }), fails: fc.boolean() })

test('a change leaves what the same edit leaves in a deep copy, a failed one leaves nothing', () => {
  const start = fc.array(fc.tuple(fc.constantFrom(...keys), json), { maxLength: 6 }).map(treeOf)

  fc.assert(
    fc.property(start, fc.array(change, { minLength: 1, maxLength: 4 }), (root, changes) => {
      const store = new Store<Tree>(root)
      let model = copyOf(root)
      for (const { acts, fails } of changes) model = follow(store, model, acts, fails)
    }),
    { numRuns: 600 },
  )
})

/** Runs one change on the store and on the model, compares all there is to compare, and answers the model's new state. */
function follow(store: Store<Tree>, model: Tree, acts: readonly Act[], fails: boolean): Tree {
  const before = JSON.stringify(model)
  const edited = copyOf(model)
  const edit = (draft: Tree) => {
    for (const one of acts) {
      perform(draft, one, { copy: (value) => value, refusesLostWrites: true })
      perform(edited, one, { copy: copyOf, refusesLostWrites: false })
      expect(JSON.stringify(draft)).toBe(JSON.stringify(edited))
    }
    if (fails) throw new Error('on purpose')
  }

  if (fails) {
    expect(() => store.change(edit)).toThrow('on purpose')
    expect(store.read((root) => JSON.stringify(root))).toBe(before)
    return model
  }
  const version = store.version
  const { patches } = store.change(edit)
  const after = store.read((root) => JSON.stringify(root))
  const replayed = copyOf(model)
  applyPatches(replayed, patches)
  const reverted = copyOf(edited)
  revertPatches(reverted, patches)

  expect(after).toBe(JSON.stringify(edited))
  expect(JSON.stringify(replayed)).toBe(after)
  expect(inOrder(reverted)).toBe(inOrder(model))
  expect(store.version).toBe(version + (patches.length > 0 ? 1 : 0))
  store.read((root) => expectTree(root, new Set()))
  return edited
}

/** Does one act to a draft or to the model. */
function perform(root: Tree, one: Act, actor: Actor): void {
  const branches = branchesOf(root)
  const branch = branches[one.at % branches.length] as Branch
  const other = branches[one.from % branches.length] as Branch
  if (one.word === 'held') writeHeld(root, branch, other, one, actor)
  else if (Array.isArray(branch)) actOnList(branch, other, one, actor.copy)
  else actOnBag(branch, other, one, actor.copy)
}

function actOnBag(bag: Tree, other: Branch, { word, key, value, index }: Act, copy: <T>(value: T) => T): void {
  const present = Object.keys(bag)
  const old = key in bag ? key : (present[Math.abs(index) % Math.max(present.length, 1)] ?? key)
  if (word === 'delete') delete bag[old]
  else if (word === 'putBack') {
    const kept = copy(bag[old] ?? value)
    delete bag[old]
    bag[key] = copy(value)
    bag[old] = kept
  } else if (word === 'alias' || word === 'aliasInside') {
    bag[key] = copy(word === 'alias' ? other : [other, { in: other }])
  } else if (word === 'spread') bag[key] = copy({ ...bag, more: value })
  else if (word === 'same' && Object.hasOwn(bag, old)) bag[old] = bag[old] as Json
  else if (word === 'edit') bag[old] = old in bag && typeof bag[old] === 'number' ? bag[old] + 1 : 1
  else bag[key] = copy(value)
}

function actOnList(list: Json[], other: Branch, { word, index, count, value }: Act, copy: <T>(value: T) => T): void {
  const at = list.length === 0 ? 0 : Math.abs(index) % list.length
  const acts: Partial<Record<Word, () => void>> = {
    pop: () => void list.pop(),
    shift: () => void list.shift(),
    unshift: () => void list.unshift(copy(value), 1),
    splice: () => void list.splice(index, count, ...Array.from({ length: Math.abs(count) }, () => copy(value))),
    delete: () => void list.splice(index),
    rotate: () => void (list.length > 0 && list.push(copy(list.shift() as Json))),
    sort: () => void list.sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1)),
    reverse: () => void list.reverse(),
    fill: () => list.forEach((_, place) => place >= at && (list[place] = copy(value))),
    copyWithin: () => list.slice(at).forEach((item, place) => (list[place] = copy(item))),
    cut: () => void (list.length = at),
    same: () => void (list.length > 0 && (list[at] = list[at] as Json)),
    swap: () => void (list.length > 1 && ([list[0], list[at]] = [copy(list[at] as Json), copy(list[0] as Json)])),
    pushAlias: () => void list.push(copy(other), copy([other])),
    push: () => void list.push(copy(value), copy(value)),
  }
  const setOne = () => void (list[Math.min(Math.abs(index), list.length)] = copy(value))
  ;(acts[word] ?? setOne)()
}

/** Writes through a branch taken before a list moved: it must land on the branch, or be refused when that is gone. */
function writeHeld(root: Tree, held: Branch, other: Branch, one: Act, { copy, refusesLostWrites }: Actor): void {
  const list = Array.isArray(other) ? other : branchesOf(root).find((branch) => Array.isArray(branch))
  if (list) actOnList(list, held, { ...one, word: moves[Math.abs(one.index) % moves.length] as Word }, copy)
  const write = () => void (Array.isArray(held) ? held.push(copy(one.value)) : (held[one.key] = copy(one.value)))
  if (branchesOf(root).includes(held)) write()
  else if (refusesLostWrites) expect(write).toThrow(StateError)
}

const moves: Word[] = ['shift', 'unshift', 'splice', 'pop', 'cut']

function branchesOf(value: Json | Tree): Branch[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...(Array.isArray(value) ? value : Object.values(value)).flatMap(branchesOf)]
}

function treeOf(entries: [string, Json][]): Tree {
  const tree = Object.create(null) as Tree
  for (const [key, value] of entries) tree[key] = value
  return tree
}

/** A deep copy of the test's own making, whose objects take `__proto__` for a key like any other. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return (Object.is(value, -0) ? 0 : value) as T
  if (Array.isArray(value)) return value.map(copyOf) as T
  return treeOf(Object.entries(value).map(([key, inner]) => [key, copyOf(inner) as Json])) as T
}

function inOrder(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? treeOf(Object.entries(inner).sort(([one], [two]) => (one < two ? -1 : 1)))
      : inner,
  )
}

/** Every branch stands in one place only, and every key is a text key. */
function expectTree(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null) return
  expect(seen.has(value)).toBe(false)
  seen.add(value)
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && key === 'length') continue
    expect(typeof key).toBe('string')
    expectTree(Reflect.get(value, key), seen)
  }
}
