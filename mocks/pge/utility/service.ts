import * as v from 'valibot'
import { action } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { endDateReached } from '../domain/authorization.ts'
import { packageDaily } from '../domain/daily.ts'
import { packageReady, type PackageRequest } from '../domain/package.ts'
import { setService, setTimings } from '../domain/service.ts'
import type { AuthorizationId, State } from '../model/index.ts'
import { packageKinds } from '../model/index.ts'
import { timings } from '../words.ts'

const text = v.pipe(v.string(), v.nonEmpty())
const request = v.strictObject({
  kind: v.picklist(packageKinds),
  clientId: text,
  authorization: v.nullable(text),
  window: v.nullable(v.strictObject({ by: v.picklist(['published', 'updated']), from: text, to: text })),
  daily: v.boolean(),
  askedAt: text,
  origin: v.nullable(text),
  transactionId: text,
})

/** What PG&E's machines do: up or down, packages, end dates. */
export const service = {
  goDown: action(
    {
      title: 'goes down: the service status tells 0, and every other resource fails',
      args: v.strictObject({}),
      basis: 'documented',
      source: 'PAGE, ReadServiceStatus: 0 is unavailable',
    },
    (state: State, _args, house: PgeHouse) => {
      setService(state, { up: false }, house)
      return { service: 'down' }
    },
  ),

  comeBack: action(
    {
      title: 'comes back',
      args: v.strictObject({}),
      basis: 'documented',
      source: 'PAGE, ReadServiceStatus: 1 is in order',
    },
    (state: State, _args, house: PgeHouse) => {
      setService(state, { up: true }, house)
      return { service: 'up' }
    },
  ),

  setTimings: action(
    {
      title: 'changes how long packages and certificates take, and when data and packages come',
      args: v.strictObject(timings),
      basis: 'documented',
      source: 'PAGE, data comes the next day, packages in the evening, certificates after days; the figures are ours',
    },
    (state: State, told) => {
      setTimings(state, told)
      return { ...state.settings }
    },
  ),

  packageDaily: action(
    {
      title: 'makes the daily packages of those who are notified, and announces them',
      args: v.strictObject({}),
      basis: 'documented',
      source: 'PAGE, daily subscription: Notify me as data is ready',
    },
    (state: State, _args, house: PgeHouse) => ({ served: packageDaily(state, house) }),
  ),

  packageReady: action(
    {
      title: 'the agenda has prepared what was asked for, and announces it',
      args: v.strictObject({ request }),
      basis: 'documented',
      source: 'PAGE, asynchronous requests: 202, then a notification',
    },
    (state: State, { request }, house: PgeHouse) => {
      const packages = packageReady(state, { request: request as PackageRequest }, house)
      return { packages: packages.map(({ correlationId }) => correlationId) }
    },
  ),

  endDateReached: action(
    {
      title: 'the agenda has come to the end date of an authorization',
      args: v.strictObject({ authorization: text }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: it expires at the end of its period',
    },
    (state: State, { authorization }, house: PgeHouse) => {
      endDateReached(state, { id: authorization as AuthorizationId }, house)
      return { expired: authorization }
    },
  ),
}
