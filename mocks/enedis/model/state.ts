import type { AccessState } from './access-state.ts'
import type { Metering } from './metering.ts'
import type { SgeState } from './sge/index.ts'

/** What Enedis remembers: its meters, who may read them by Data Connect, and who by the web services of SGE. */
export type State = Omit<AccessState, 'settings' | 'index'> &
  Omit<Metering, 'settings' | 'index'> &
  Omit<SgeState, 'index'> & {
    settings: AccessState['settings'] & Metering['settings']
    index: AccessState['index'] & Metering['index'] & SgeState['index']
  }
