import { branch, documentOf, leaf } from '../../../../src/toolbox/xml/index.ts'
import type { FlowSettings } from '../../dialect/flows.ts'
import type { UsagePointId } from '../../model/index.ts'
import type { FlowName, OrderedArchive } from '../../views/index.ts'
import type { FlowFile } from './archive.ts'
import { writeC68 } from './c68.ts'
import type { Filled } from './filled.ts'
import { encodeHistory } from './history.ts'
import { namesOfHistory, namesOfOrdered, namesOfReport, type Names, type OrderedFlow } from './names.ts'
import type { OrderHead } from './order-files.ts'
import { encodeOrdered, encodeReport, flowOf } from './ordered.ts'
import { encodeR67 } from './r67.ts'

/** Files of an order by the name of the archive they are to be packed into, and which points they tell of. */
export type OrderWritten = { flow: FlowName; archive: string; files: FlowFile[]; usagePoints: UsagePointId[] }

/** Where nothing else is told, an order comes to whom it was made for, on the only channel there is. Source: INF. */
const recipientType = 'TIERS'

/** The archives of an order, spelled and named; each is handed on before the next one is begun. */
export function* writeOrdered(archive: OrderedArchive, limit?: { most: number }): Generator<OrderWritten> {
  switch (archive.flow) {
    case 'HDM': {
      const { usagePoint } = archive.view
      yield* inOneFile('HDM', namesOfHistory({ ...archive, usagePoint }), encodeHistory(archive.view), [usagePoint])
      break
    }
    case 'fines': {
      const [flow, passed]: [OrderedFlow, UsagePointId[]] = [flowOf[archive.asks.measures], []]
      const files = encodeOrdered(flow, headOf(archive), noticed(archive.measures, passed), limit)
      yield* numbered(archive, flow, files, passed)
      break
    }
    case 'facturantes': {
      const passed: UsagePointId[] = []
      yield* numbered(archive, 'R67', encodeR67(headOf(archive), noticed(archive.bills, passed), limit), passed)
      break
    }
    case 'itc': {
      const { at, asks, order, points } = archive
      const names = namesOfOrdered('C68', { order, sequence: 1, format: asks.format, at })
      const files = writeC68(headOf(archive), points, { at, sequence: 1 })
      yield { flow: 'C68', archive: names.archive, files, usagePoints: points.map(({ usagePoint }) => usagePoint) }
      break
    }
    case 'CR.M023': {
      const { order, at, refused } = archive
      const text = encodeReport(headOf(archive), archive)
      const names = namesOfReport({ order, sequence: 1, at })
      yield* inOneFile(
        'CR.M023',
        names,
        text,
        refused.map(({ usagePoint }) => usagePoint),
      )
    }
  }
}

/** An archive of an order as its recipient finds it: with what some were seen to find beside the file, and how it is spelled. */
export function asFound(
  { flow, archive, files, ...told }: OrderWritten,
  { r64Ending, m023Sibling }: Pick<FlowSettings, 'r64Ending' | 'm023Sibling'>,
): OrderWritten {
  const spelled = files.map((file) =>
    flow === 'R64' && r64Ending === 'JSON' ? { ...file, name: file.name.replace(/\.json$/, '.JSON') } : file,
  )
  const sibling = {
    name: archive.replace(/\.zip$/, '_svc.xml'),
    text: documentOf(branch('Service', leaf('Flux', flow))),
  }
  const isAlone = m023Sibling === 'none' || flow === 'HDM'
  return { flow, archive, files: isAlone ? spelled : [...spelled, sibling], ...told }
}

type OfM023 = Exclude<OrderedArchive, { flow: 'HDM' }>

function headOf({ contract, recipient, order, asks }: OfM023): OrderHead {
  const format = asks.flow === 'HDM' ? 'JSON' : asks.format
  return { system: contract, recipientType, recipient, order, channel: contract, format }
}

function* inOneFile(flow: FlowName, names: Names, text: string, usagePoints: UsagePointId[]): Generator<OrderWritten> {
  yield { flow, archive: names.archive, files: [{ name: names.inner, text }], usagePoints }
}

function* numbered(
  { order, asks, at }: Extract<OrderedArchive, { flow: 'fines' | 'facturantes' }>,
  flow: OrderedFlow,
  files: Iterable<Filled>,
  passed: UsagePointId[],
): Generator<OrderWritten> {
  let sequence = 0
  for (const { text, parts } of files) {
    const names = namesOfOrdered(flow, { order, sequence: ++sequence, format: asks.format, at })
    yield* inOneFile(flow, names, text, passed.splice(0, parts))
  }
}

/** Things on their way, whose points are written down as they pass. */
function* noticed<Thing extends { usagePoint: UsagePointId }>(
  things: Iterable<Thing>,
  passed: UsagePointId[],
): Generator<Thing> {
  for (const thing of things) {
    passed.push(thing.usagePoint)
    yield thing
  }
}
