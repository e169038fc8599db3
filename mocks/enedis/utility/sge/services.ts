import * as v from 'valibot'
import { action, named } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { usagePointNamed } from '../../domain/names.ts'
import { activateService, activateServicesOn, endService } from '../../domain/sge/services/life.ts'
import type { State } from '../../model/index.ts'
import { text } from '../../words.ts'

const service = v.strictObject({ service: text })
const life = { basis: 'documented', source: 'WSDL, etatCode: DEMANDE, ACTIF, TERMINE; the delays are ours' } as const

/** What Enedis's machines do with the services that parties subscribe to. */
export const services = {
  activateService: action(
    { title: 'the agenda has come to the time at which a meter takes up a service', args: service, ...life },
    (state: State, { service }, house: EnedisHouse) => {
      activateService(state, service, house)
      return { service }
    },
  ),

  endService: action(
    { title: 'the agenda has come to the end of a service', args: service, ...life },
    (state: State, { service }, house: EnedisHouse) => {
      endService(state, service, house)
      return { service }
    },
  ),

  activateServices: action(
    {
      title: 'has a meter take up at once all that was ordered on its usage point',
      args: v.strictObject({ usagePoint: named('usagePoint') }),
      ...life,
    },
    (state: State, { usagePoint }, house: EnedisHouse) => ({
      activated: activateServicesOn(state, usagePointNamed(state, usagePoint), house),
    }),
  ),

  setReach: action(
    {
      title: 'loses a meter out of reach of its tele-operation, or reaches it again',
      args: v.strictObject({ usagePoint: named('usagePoint'), reachable: v.boolean() }),
      basis: 'documented',
      source: 'ANNEX, 589: the meter cannot be tele-operated at present',
    },
    (state: State, { usagePoint: name, reachable }) => {
      const usagePoint = usagePointNamed(state, name)
      if (reachable) delete state.sge.outOfReach[usagePoint]
      else state.sge.outOfReach[usagePoint] = true
      return { reachable }
    },
  ),
}
