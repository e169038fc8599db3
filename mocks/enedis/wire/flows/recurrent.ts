import type { FlowSettings } from '../../dialect/flows.ts'
import type { UsagePointId } from '../../model/index.ts'
import type { FlowArchive, PublishedFlow } from '../../views/index.ts'
import type { FlowFile } from './archive.ts'
import { namesOfPublished, namesOfR171, namesOfR4, namesOfSubscription } from './names.ts'
import { encodeOrdered } from './ordered.ts'
import { encodeR171 } from './r171.ts'
import { encodeR4 } from './r4.ts'
import { encodeR151, encodeR50 } from './subscription.ts'

/** Files by the name of the archive they are to be packed into, and which points they tell of. */
export type Written = { archive: string; files: FlowFile[]; usagePoints: UsagePointId[] }

type Settings = Pick<FlowSettings, 'reactiveUnit'>

/** The files of an archive that comes again and again, spelled and named. */
export function writeRecurrent(archive: FlowArchive, settings: Settings): Written {
  switch (archive.flow) {
    case 'R4':
      return writeR4(archive, settings)
    case 'R171':
      return writeR171(archive)
    case 'R50':
    case 'R151':
      return writeSubscription(archive)
    default:
      return writePublished(archive)
  }
}

type Of<Flow extends FlowArchive['flow']> = Extract<FlowArchive, { flow: Flow }>

/** An archive of R4x has a file for each point and direction. */
function writeR4({ recipient, frequency, at, files }: Of<'R4'>, settings: Settings): Written {
  const named = files.map((file) => ({ file, names: namesOfR4({ ...file, recipient, frequency, at }) }))
  return {
    archive: named[0]?.names.archive ?? '',
    files: named.map(({ file, names }) => {
      return { name: names.inner, text: encodeR4({ ...file, recipient, frequency, at }, file.curves, settings) }
    }),
    usagePoints: files.map(({ usagePoint }) => usagePoint),
  }
}

/** What the name calls the type of the contract is that of who has none with a supplier. Source: FLOWGUIDE, R171; INF. */
const contractType = 'GRD-F'

function writeR171({ recipient, contract, direction, at, series }: Of<'R171'>): Written {
  const { archive, inner } = namesOfR171({ direction, id: contract, contractType, recipient, at })
  const usagePoints = [...new Set(series.map(({ usagePoint }) => usagePoint))]
  return { archive, files: [{ name: inner, text: encodeR171({ recipient, contract, at }, series) }], usagePoints }
}

function writeSubscription(archive: Of<'R50'> | Of<'R151'>): Written {
  const names = namesOfSubscription(archive.flow, archive)
  const text = archive.flow === 'R50' ? encodeR50(archive, archive.points) : encodeR151(archive, archive.points)
  return {
    archive: names.archive,
    files: [{ name: names.inner, text }],
    usagePoints: archive.points.map(({ usagePoint }) => usagePoint),
  }
}

/** What M023 orders once, published again and again. Source: FLOWGUIDE, R63A/B, R64A/B, R66B; INF, what the head says. */
function writePublished(archive: Of<PublishedFlow>): Written {
  const { flow, contract, recipient, frequency, points } = archive
  const names = namesOfPublished(flow, archive)
  const order = { system: contract, recipientType: 'TIERS', recipient, order: contract, channel: contract }
  const head = { ...order, format: 'JSON', mode: frequency } as const
  const [file] = encodeOrdered(
    flow,
    head,
    points.flatMap(({ days }) => days),
    { most: Infinity },
  )
  return {
    archive: names.archive,
    files: [{ name: names.inner, text: file?.text ?? '' }],
    usagePoints: points.map(({ usagePoint }) => usagePoint),
  }
}
