import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { applyPatches, cloneState, revertPatches, StateError, Store } from '../../src/ground/store/index.ts'

type Share = { status: string; meters: string[]; note?: string }
type World = { shares: Record<string, Share>; pending: Record<string, true>; log: { what: string }[]; count: number }

const world = (): World => ({
  shares: { s1: { status: 'pending', meters: ['power'] }, s2: { status: 'pending', meters: [] } },
  pending: { s1: true, s2: true },
  log: [{ what: 'began' }],
  count: 1,
})

const stateOf = (store: Store<World>): string => store.read((root) => JSON.stringify(root))

describe('a change', () => {
  test('answers with the result of the edit and with what it did, in the order done', () => {
    const store = new Store(world())

    const { result, patches } = store.change((root) => {
      delete root.pending['s1']
      root.shares['s1']!.status = 'accepted'
      root.log.push({ what: 'accepted s1' })
      return root.log.length
    })

    expect(result).toBe(2)
    expect(patches).toEqual([
      { op: 'remove', path: ['pending', 's1'], was: true },
      { op: 'replace', path: ['shares', 's1', 'status'], value: 'accepted', was: 'pending' },
      { op: 'add', path: ['log', 1], value: { what: 'accepted s1' } },
    ])
  })

  test('tells several writes to one place as one, with the first value before and the last after', () => {
    const store = new Store(world())

    const { patches } = store.change((root) => {
      root.count = 2
      root.shares['s3'] = { status: 'pending', meters: [] }
      root.shares['s3'].meters.push('gas')
      root.shares['s3'].status = 'accepted'
      root.count = 3
      root.pending['s3'] = true
      delete root.pending['s3']
    })

    expect(patches).toEqual([
      { op: 'replace', path: ['count'], value: 3, was: 1 },
      { op: 'add', path: ['shares', 's3'], value: { status: 'accepted', meters: ['gas'] } },
    ])
  })

  test('that ends where it began says nothing and does not count', () => {
    const store = new Store(world())

    const { patches } = store.change((root) => {
      root.count = 5
      root.count = 1
      root.shares['s1'] = { ...root.shares['s1']!, status: 'pending' }
    })

    expect(patches).toEqual([])
    expect(store.version).toBe(0)
  })

  test('takes an item off a list and moves the others without retelling them', () => {
    const store = new Store({ queue: ['a', 'b', 'c', 'd'] })

    const { result, patches } = store.change(({ queue }) => queue.splice(1, 2, 'x'))

    expect(result).toEqual(['b', 'c'])
    expect(patches).toEqual([
      { op: 'remove', path: ['queue', 2], was: 'c' },
      { op: 'remove', path: ['queue', 1], was: 'b' },
      { op: 'add', path: ['queue', 1], value: 'x' },
    ])
  })

  test('that throws leaves the state as it was, the order of keys included', () => {
    const store = new Store(world())
    const before = stateOf(store)

    const failing = () =>
      store.change((root) => {
        delete root.pending['s1']
        delete root.shares['s1']
        root.shares['s1'] = { status: 'new', meters: [] }
        root.log.unshift({ what: 'first' })
        root.log.sort((one, two) => (one.what < two.what ? 1 : -1))
        root.log.length = 0
        throw new RangeError('no')
      })

    expect(failing).toThrow(RangeError)
    expect(stateOf(store)).toBe(before)
    expect(store.version).toBe(0)
  })

  test('that is only rehearsed answers as if it had landed, and leaves the state as it was', () => {
    const store = new Store(world())
    const before = stateOf(store)

    const answered = store.rehearse((root) => {
      root.log.push({ what: 'second' })
      return { log: root.log, seen: store.read(({ log }) => log.length) }
    })

    expect(answered.log.at(-1)).toEqual({ what: 'second' })
    expect(answered.seen).toBe(answered.log.length)
    expect(stateOf(store)).toBe(before)
    expect(store.version).toBe(0)
  })

  test('keeps the order of keys through deletes, returns and new keys, whether it lands or not', () => {
    const store = new Store<{ bag: Record<string, number> }>({ bag: { a: 1, b: 2, c: 3, d: 4 } })
    const edit = ({ bag }: { bag: Record<string, number> }) => {
      delete bag['b']
      bag['x'] = 5
      delete bag['x']
      delete bag['a']
      bag['y'] = 6
      bag['a'] = 7
      bag['b'] = 8
      delete bag['b']
      bag['7'] = 9
      return Object.keys(bag)
    }

    const failing = () =>
      store.change((root) => {
        edit(root)
        throw new RangeError('no')
      })

    expect(failing).toThrow(RangeError)
    expect(store.read(({ bag }) => Object.entries(bag).join(' '))).toBe('a,1 b,2 c,3 d,4')
    expect(store.change(edit).result).toEqual(['7', 'c', 'd', 'y', 'a'])
    expect(store.read(({ bag }) => Object.entries(bag).join(' '))).toBe('7,9 c,3 d,4 y,6 a,7')
  })

  test('is replayed and taken back by its patches', () => {
    const store = new Store(world())
    const replayed = world()
    const { patches } = store.change((root) => {
      root.shares['s1']!.note = 'seen'
      delete root.shares['s2']
      root.log.unshift({ what: 'zero' })
    })

    applyPatches(replayed, patches)
    expect(JSON.stringify(replayed)).toBe(stateOf(store))

    revertPatches(replayed, patches)
    expect(replayed).toEqual(world())
  })

  test('within a change is refused, and the outer one is taken back', () => {
    const store = new Store(world())

    const nested = () =>
      store.change((root) => {
        root.count = 2
        store.change((again) => (again.count = 3))
      })

    expect(nested).toThrow('Cannot change within a change')
    expect(() => store.change(() => store.replace(world()))).toThrow('Cannot replace within a change')
    expect(store.read((root) => root.count)).toBe(1)
  })

  test('by an async edit is refused and taken back, and what the edit does later reaches nobody', async () => {
    const store = new Store(world())
    let tell: (error: unknown) => void
    const later = new Promise((resolve) => (tell = resolve))

    const slowly = () =>
      store.change(async (root) => {
        root.count = 2
        await Promise.resolve()
        try {
          root.count = 3
        } catch (error) {
          tell(error)
          throw error // would end the process if the store did not mute it
        }
      })

    expect(slowly).toThrow('async edit')
    expect(await later).toHaveProperty('message', expect.stringContaining('after its change ended'))
    expect(store.read((root) => root.count)).toBe(1)
  })

  test('is seen by a reader it calls, and only lands at its end', () => {
    const store = new Store(world())

    const { result } = store.change((root) => {
      delete root.shares['s1']
      return store.read(({ shares }) => Object.keys(shares))
    })

    expect(result).toEqual(['s2'])
  })
})

describe('what is assigned', () => {
  test('is copied, so that no two places of the state are one', () => {
    const store = new Store(world())
    const given: Share = { status: 'pending', meters: [] }

    store.change((root) => {
      root.shares['given'] = given
      root.shares['s3'] = root.shares['s1']!
      root.shares['s3'].meters.push('gas')
    })
    given.status = 'spoilt'

    expect(store.read(({ shares }) => shares['s1']!.meters)).toEqual(['power'])
    expect(store.read(({ shares }) => shares['s3']!.meters)).toEqual(['power', 'gas'])
    expect(store.read(({ shares }) => shares['given']!.status)).toBe('pending')
  })

  test('to the place it came from is left where it is', () => {
    const store = new Store(world())

    const { patches } = store.change((root) => {
      const share = root.shares['s1']!
      root.shares['s1'] = share
      share.status = 'accepted'
    })

    expect(patches).toEqual([{ op: 'replace', path: ['shares', 's1', 'status'], value: 'accepted', was: 'pending' }])
  })

  test('has no -0, which JSON does not have either', () => {
    const store = new Store({ count: 1 })

    store.change((root) => (root.count = -0))

    expect(store.read((root) => Object.is(root.count, 0))).toBe(true)
  })

  const circle: { self?: unknown } = {}
  circle.self = circle
  class Money {}
  const unfit: [what: string, value: unknown, message: string][] = [
    [
      'undefined',
      undefined,
      'Cannot keep a.deep.0.value in the state: it is undefined. Leave the key out, or keep null.',
    ],
    ['a Date', new Date(0), 'it is a Date. Keep its ISO text.'],
    ['a Map', new Map(), 'it is a Map. Keep an object or a list.'],
    ['a function', () => 1, 'it is a function.'],
    ['NaN', NaN, 'it is NaN. Keep a finite number, or null.'],
    ['an infinite number', -Infinity, 'it is -Infinity.'],
    ['a bigint', 1n, 'it is a bigint.'],
    ['a symbol', Symbol('x'), 'it is a symbol.'],
    ['an instance of a class', new Money(), 'it is of the class Money.'],
    ['an object that holds itself', circle, 'it is nested too deeply, or holds itself.'],
    ['a list with a hole', [1, , 2], 'Cannot keep a.deep.0.value.1 in the state: it is undefined.'],
  ]

  test.each(unfit)('is refused by name when it is or holds %s', (_, value, message) => {
    const store = new Store<{ a: unknown }>({ a: 1 })

    expect(() => store.change((root) => (root.a = { deep: [{ value }] }))).toThrow(message)
    expect(() => new Store({ a: { deep: [{ value }] } })).toThrow(message)
    expect(store.read((root) => root.a)).toBe(1)
  })

  test('keeps no key or list from being plain JSON', () => {
    const store = new Store<{ list: number[]; bag: Record<string, unknown> }>({ list: [1], bag: {} })
    const refused: ((root: { list: number[]; bag: Record<string, unknown> }) => unknown)[] = [
      ({ list }) => (list[5] = 1),
      ({ list }) => delete list[0],
      ({ list }) => (list.length = 3),
      ({ list }) => Object.assign(list, { total: 1 }),
      ({ bag }) => Object.assign(bag, { [Symbol('x')]: 1 }),
      ({ bag }) => Object.defineProperty(bag, 'x', { get: () => 1 }),
      ({ bag }) => Object.setPrototypeOf(bag, { x: 1 }),
      ({ bag }) => Object.freeze(bag),
    ]

    for (const edit of refused) expect(() => store.change(edit)).toThrow(StateError)
    expect(store.read((root) => root)).toEqual({ list: [1], bag: {} })
  })
})

describe('a draft', () => {
  test('ends with its change and says so, while results and errors carry copies', () => {
    const store = new Store(world())
    let kept: Share | undefined
    class Refused extends Error {
      share: Share | undefined
    }

    const { result } = store.change((root) => {
      kept = root.shares['s1']
      return { share: root.shares['s1']!, all: [root.log] }
    })
    store.change((root) => (root.shares['s1']!.status = 'later'))
    const failing = () =>
      store.change((root) => {
        root.shares['s2']!.status = 'half way'
        throw Object.assign(new Refused('no'), { share: root.shares['s2'] })
      })

    expect(() => kept!.status).toThrow('after its change ended')
    expect(result).toEqual({ share: { status: 'pending', meters: ['power'] }, all: [[{ what: 'began' }]] })
    expect(failing).toThrow(expect.objectContaining({ share: { status: 'half way', meters: [] } }))
  })

  test('that has left the state takes no more writes, for they would be lost', () => {
    const store = new Store(world())

    const lost = () =>
      store.change((root) => {
        const share = root.shares['s1']!
        root.shares['s1'] = { status: 'fresh', meters: [] }
        share.status = 'lost'
      })

    expect(lost).toThrow('this change has taken it out of the state')
  })

  test('behaves like the object or list it stands for', () => {
    const store = new Store(world())

    store.change((root) => {
      expect('s1' in root.shares && !('s9' in root.shares)).toBe(true)
      expect(Array.isArray(root.log)).toBe(true)
      expect(root.shares['s1']).toBe(root.shares['s1'])
      expect(root.log.indexOf(root.log[0]!)).toBe(0)
      expect(Object.entries(root.pending)).toEqual([
        ['s1', true],
        ['s2', true],
      ])
      expect({ ...root.shares['s2'] }).toEqual({ status: 'pending', meters: [] })
      expect([...root.log].map(({ what }) => what)).toEqual(['began'])
      expect(JSON.stringify(root)).toBe(JSON.stringify(world()))
      delete root.pending['s1']
      expect([Object.keys(root.pending), root.pending['s1'], 's1' in root.pending]).toEqual([['s2'], undefined, false])
      expect(Object.hasOwn(root.pending, 's1')).toBe(false)
    })
  })
})

describe('a key chosen by a client', () => {
  test('is a key like any other, in rules, readers and patches', () => {
    const store = new Store<{ accounts: Record<string, { name: string }> }>({ accounts: {} })
    const replayed = { accounts: {} as Record<string, { name: string }> }

    const { patches } = store.change(({ accounts }) => {
      expect([accounts['__proto__'], accounts['constructor'], 'toString' in accounts]).toEqual([
        undefined,
        undefined,
        false,
      ])
      accounts['__proto__'] = { name: 'odd' }
      accounts['constructor'] = { name: 'odder' }
    })
    applyPatches(replayed, patches)

    expect(store.read(({ accounts }) => Object.keys(accounts))).toEqual(['__proto__', 'constructor'])
    expect(store.read(({ accounts }) => accounts['__proto__'])).toEqual({ name: 'odd' })
    expect(store.read(({ accounts }) => accounts['hasOwnProperty'])).toBe(undefined)
    expect(JSON.stringify(replayed)).toBe('{"accounts":{"__proto__":{"name":"odd"},"constructor":{"name":"odder"}}}')
    expect(({} as { name?: string }).name).toBe(undefined)
  })

  test('does not make the state hard to read for a person', () => {
    const state = cloneState({ tower: { owner: 'olive' } })

    expect(inspect(state)).toBe("{ tower: { owner: 'olive' } }")
  })
})

describe('a store', () => {
  test('shares nothing with the state it was given, at the start or later', () => {
    const seed = world()
    const store = new Store(seed)

    seed.count = 100
    expect(store.read((root) => root.count)).toBe(1)

    store.replace(seed)
    store.change((root) => (root.count = 7))
    expect(seed.count).toBe(100)
    expect(store.version).toBe(2)
  })

  test('can hand readers a view that refuses every write', () => {
    const store = new Store(world(), { guardReads: true })
    const writes: ((root: World) => unknown)[] = [
      (root) => (root.count = 2),
      (root) => delete root.pending['s1'],
      (root) => root.log.push({ what: 'x' }),
      (root) => Object.values(root.shares).map((share) => (share.status = 'x')),
      (root) => Object.freeze(root.log),
    ]

    for (const write of writes) expect(() => store.read((root) => write(root as World))).toThrow(StateError)
    expect(store.read((root) => root)).toEqual(world())
    expect(stateOf(store)).toBe(JSON.stringify(world()))
  })

  test('in memory has saved at once, and once closed takes no change but can still be read', async () => {
    const store = new Store(world())
    store.change((root) => (root.count = 2))

    await store.saved()
    await store.close()

    expect(store.isKept).toBe(false)
    expect(() => store.change((root) => (root.count = 3))).toThrow('closed store')
    expect(store.read((root) => root.count)).toBe(2)
  })

  test('refuses a list for a state, and a patch that fits nowhere', () => {
    expect(() => new Store([1])).toThrow(StateError)
    expect(() => applyPatches({ a: {} }, [{ op: 'replace', path: ['a', 'b'], value: 1 }])).toThrow('Cannot replace a.b')
    expect(() => applyPatches({ a: {} }, [{ op: 'add', path: ['b', 'c'], value: 1 }])).toThrow('Cannot patch b.c')
    expect(() => applyPatches({ a: [1] }, [{ op: 'add', path: ['a', 3], value: 1 }])).toThrow('Cannot add a.3')
  })
})
