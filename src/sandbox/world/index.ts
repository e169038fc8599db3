export { ActError, type Act, type Door, type Outcome } from './act.ts'
export type { Snapshot } from './snapshots.ts'
export { startOf, type ArmedFault, type Notice, type WorldState } from './state.ts'
export { World, type WorldOptions } from './world.ts'
