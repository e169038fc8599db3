import { branch, documentOf, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import type { AccessLevel, EnergyMeterDetails, MeterDetails } from '../model/index.ts'
import type { MeterView, SeenMeter } from '../views.ts'
import { auditBlock } from './audit.ts'
import { decodeEither } from './body.ts'
import { meter as meterShape, wasteMeter as wasteMeterShape } from './schema/meter.ts'
import { wasteMeterBlock } from './waste-meter.ts'

/** Reads a meter of either kind; ids, levels and audits that a client sends back are not for it to say. */
export function decodeMeter(text: string): MeterDetails {
  const [kind, body] = decodeEither(text, { meter: meterShape, wasteMeter: wasteMeterShape })
  if (kind === 'wasteMeter') {
    const { id: _, accessLevel: __, audit: ___, ...details } = body
    return { kind, ...details }
  }
  const { id: _, accessLevel: __, audit: ___, aggregateMeter: ____, ...details } = body
  return { kind, metered: true, ...details }
}

export function encodeMeter(view: MeterView, settings: PmSettings): string {
  return documentOf(meterBlock(view.meter, { accessLevel: view.accessLevel, settings }))
}

type About = { accessLevel?: AccessLevel; settings: PmSettings; inRequest?: boolean }

/** A meter of either kind, alone or inside a pending request, where its element has another name. */
export function meterBlock(
  { id, details, audit }: SeenMeter,
  { accessLevel, settings, inRequest = false }: About,
): Markup {
  const { kind } = details
  const last = [leaf('accessLevel', accessLevel), ...(kind === 'meter' ? [leaf('aggregateMeter', false)] : [])]
  const rest = [...last, auditBlock('audit', audit, settings)]
  if (kind === 'wasteMeter') return wasteMeterBlock(inRequest ? 'wasteMeterInfo' : 'wasteMeter', { id, details, rest })
  return energyMeterBlock(inRequest ? 'meterInfo' : 'meter', { id, details, rest })
}

/** Source: XSD26, meterType. */
function energyMeterBlock(
  name: 'meter' | 'meterInfo',
  { id, details, rest }: { id: string; details: Readonly<EnergyMeterDetails>; rest: readonly Markup[] },
): Markup {
  return branch(
    name,
    leaf('id', id),
    leaf('type', details.type),
    leaf('name', details.name),
    leaf('metered', details.metered),
    leaf('unitOfMeasure', details.unitOfMeasure),
    leaf('firstBillDate', details.firstBillDate),
    leaf('inUse', details.inUse),
    leaf('inactiveDate', details.inactiveDate),
    leaf('otherDescription', details.otherDescription),
    ...rest,
  )
}
