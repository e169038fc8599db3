export { cloneState, StateError, type DeepReadonly, type Json } from './json.ts'
export { applyPatches, revertPatches, type Patch } from './patches.ts'
export { Store, type Change, type Keeper, type StoreOptions } from './store.ts'
