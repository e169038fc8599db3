import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type {
  AuthorisedData,
  ContratId,
  FileOrder,
  OrderedFile,
  OrderedKind,
  OrderRight,
  State,
  UsagePointId,
} from '../../../model/index.ts'
import type { Orderer } from '../../../views/index.ts'
import { pointsPerOrder } from '../../flows/limits.ts'
import { parisDay } from '../../paris.ts'
import { orderFiles } from '../files/due.ts'
import { nextAffaire } from '../numbers.ts'
import { mustBePast } from './days.ts'
import { mustNotRepeat, rememberOrder, type Likeness } from './recent.ts'

/** What an order of M023 asks for: measures or data of many points, as files. Source: WSDL, M023. */
export type FilesAsked = {
  by: Orderer
  contract: ContratId
  reference: string | null
  usagePoints: UsagePointId[]
  right: OrderRight
  asks: Exclude<OrderedFile, { flow: 'HDM' }>
}

/** Which flow answers an order. Source: FLOWGUIDE, M023. */
const flowOfKind = {
  COURBES: 'R63',
  INDEX: 'R64',
  ENERGIE: 'R65',
  PMAX: 'R66',
} as const satisfies Record<OrderedKind, string>

/**
 * Orders files on many points. Points of which nothing can be told do not stand in the way: a report names them when the
 * files come. Source: WSDL, M023; FLOWGUIDE, CR.M023; CATALOGUE, MFI-GK-NR1, MFI-GK-NR2 and MFA-GK-NR1.
 */
export function orderFilesOf(state: State, asked: FilesAsked, house: EnedisHouse): FileOrder {
  const { by, contract, reference, right, asks } = asked
  const usagePoints = [...new Set(asked.usagePoints)]
  // That SGT402 says there are too many is inferred.
  if (usagePoints.length > pointsPerOrder[flowOf(asks)]) throw refuse.sgeConditionsOfUse()
  if (asks.flow !== 'itc') mustBePast({ ...asks, months: depthOf(asks) }, parisDay(house.now))
  const like = likenessOf({ ...asked, usagePoints })
  mustNotRepeat(state, like, house)
  const id = nextAffaire(house)
  rememberOrder(state, { like, affaire: id }, house)
  const life = { orderedAt: house.now, deposited: null }
  const order: FileOrder = { id, ...by, by: by.login, contract, reference, usagePoints, right, asks, ...life }
  orderFiles(state, order, house)
  return order
}

function flowOf(asks: FilesAsked['asks']): keyof typeof pointsPerOrder {
  if (asks.flow === 'fines') return flowOfKind[asks.measures]
  return asks.flow === 'facturantes' ? 'R67' : 'C68'
}

/** Months of history. Source: SGEGUIDE, details V3: 24 of curves, 36 of all others. */
function depthOf(asks: FilesAsked['asks']): number {
  return asks.flow === 'fines' && asks.measures === 'COURBES' ? 24 : 36
}

function likenessOf({ contract, usagePoints, right, asks }: FilesAsked): Likeness {
  const shared = { service: asks.flow, points: usagePoints, contract, directions: [asks.direction] }
  if (asks.flow === 'itc') return { ...shared, type: [right, asks.format], dates: [] }
  const measures = asks.flow === 'fines' ? [asks.measures, asks.stage] : []
  return { ...shared, type: [right, asks.format, ...measures], dates: [asks.from, asks.until] }
}

/** Which of a customer's data an order is about. */
export function dataOfOrder(asks: FilesAsked['asks']): readonly AuthorisedData[] {
  if (asks.flow === 'itc') return ['contract', 'technical']
  return asks.flow === 'fines' ? dataOfKind[asks.measures] : ['indexes']
}

const dataOfKind = {
  COURBES: ['curve'],
  INDEX: ['indexes'],
  ENERGIE: ['dailyEnergy'],
  PMAX: ['peaks'],
} as const satisfies Record<OrderedKind, readonly AuthorisedData[]>
