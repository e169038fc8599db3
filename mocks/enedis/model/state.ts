import type { AccessState } from './access-state.ts'
import type { Metering } from './metering.ts'

/** What Enedis remembers: its meters, and who may read them. */
export type State = Omit<AccessState, 'settings' | 'index'> &
  Omit<Metering, 'settings' | 'index'> & {
    settings: AccessState['settings'] & Metering['settings']
    index: AccessState['index'] & Metering['index']
  }
