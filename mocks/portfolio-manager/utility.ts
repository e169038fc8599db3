import * as v from 'valibot'
import { action } from '../../src/contract/action.ts'
import { durationMs } from '../../src/toolbox/calendar.ts'
import type { State } from './model/index.ts'
import { setDown, setPropagationDelay } from './domain/service.ts'

const duration = v.pipe(v.string(), v.check(isDuration, 'Write a duration: PT30S, PT5M, P1D.'))

/** What the provider's own people and machines do. */
export const utility = {
  goDown: action(
    {
      title: 'goes down for maintenance: every call is answered 502',
      args: v.strictObject({}),
      basis: 'documented',
      source: 'ERR, status 502',
    },
    (state: State) => {
      setDown(state, { down: true })
      return { service: 'down' }
    },
  ),

  comeBack: action(
    {
      title: 'comes back from maintenance',
      args: v.strictObject({}),
      basis: 'documented',
      source: 'ERR, status 502',
    },
    (state: State) => {
      setDown(state, { down: false })
      return { service: 'up' }
    },
  ),

  setPropagationDelay: action(
    {
      title: 'lets items stay readable for a while after their share has ended',
      args: v.strictObject({ lasts: duration }),
      basis: 'observed',
      source: 'E2E, an item is served for a short time after unshare',
    },
    (state: State, { lasts }) => {
      setPropagationDelay(state, { lasts })
      return { propagationDelay: lasts }
    },
  ),
}

function isDuration(text: string): boolean {
  try {
    return durationMs(text) >= 0
  } catch {
    return false
  }
}
