import { StateError, type DeepReadonly } from './json.ts'

const guards = new WeakMap<object, object>()

/** A view of the state that throws when a reader writes to it: what the types promise, held in tests at run time. */
export function guard<Value>(value: Value): DeepReadonly<Value> {
  if (typeof value !== 'object' || value === null) return value as DeepReadonly<Value>
  const known = guards.get(value) ?? new Proxy(value, traps)
  guards.set(value, known)
  return known as DeepReadonly<Value>
}

const traps: ProxyHandler<object> = {
  get: (branch, key, self) => guard(Reflect.get(branch, key, self) as unknown),
  getOwnPropertyDescriptor: (branch, key) => {
    const found = Reflect.getOwnPropertyDescriptor(branch, key)
    return found && { ...found, value: guard(found.value as unknown) }
  },
  set: (_, key) => refuse(`write "${String(key)}"`),
  deleteProperty: (_, key) => refuse(`delete "${String(key)}"`),
  defineProperty: (_, key) => refuse(`define "${String(key)}"`),
  setPrototypeOf: () => refuse('set a prototype'),
  preventExtensions: () => refuse('freeze or seal'),
}

function refuse(what: string): never {
  throw new StateError(`Cannot ${what} in the state: it was handed out by read. Use change.`)
}
