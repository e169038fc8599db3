import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { usagePointNamed } from '../domain/names.ts'
import { parisDay } from '../domain/paris.ts'
import { collectCurve, stopCurve } from '../domain/point-changes.ts'
import { allow, oppose } from '../domain/sge/services/opposition.ts'
import type { State } from '../model/index.ts'
import { direction } from '../words.ts'

const usagePoint = named('usagePoint')
const account = {
  basis: 'documented',
  source: 'FAQ, life of a curve: the customer may activate its collection',
} as const

/** What customers do about their own meter in their account. */
export const home = {
  activateCurve: action(
    {
      title: 'has the load curve collected from today on',
      args: v.strictObject({ usagePoint, direction: v.optional(direction, 'consumption') }),
      ...account,
    },
    (state: State, { usagePoint, direction }, { now }: EnedisHouse) => {
      const on = parisDay(now)
      collectCurve(state, { usagePoint: usagePointNamed(state, usagePoint), on, direction })
      return { collectedFrom: on }
    },
  ),

  stopCurve: action(
    {
      title: 'no longer has the load curve collected',
      args: v.strictObject({ usagePoint, direction: v.optional(direction, 'consumption') }),
      ...account,
    },
    (state: State, { usagePoint, direction }, { now }: EnedisHouse) => {
      const on = parisDay(now)
      stopCurve(state, { usagePoint: usagePointNamed(state, usagePoint), on, direction })
      return { collectedUntil: on }
    },
  ),

  opposeCurve: action(
    {
      title: 'opposes the recording of the load curve, or no longer minds it',
      args: v.strictObject({ usagePoint, opposes: v.optional(v.boolean(), true) }),
      basis: 'observed',
      source: 'ISSUES, ADAM-ERR0075: the customer has opposed recording',
    },
    (state: State, { usagePoint, opposes }, house: EnedisHouse) => {
      const told = opposes ? oppose : allow
      told(state, usagePointNamed(state, usagePoint), house)
      return { opposes }
    },
  ),
}
