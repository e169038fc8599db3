import { branch, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { WasteMeterDetails } from '../model/index.ts'

/** Source: XSD26, typeOfWasteMeter. */
export function wasteMeterBlock(
  name: 'wasteMeter' | 'wasteMeterInfo',
  { id, details, rest }: { id: string; details: Readonly<WasteMeterDetails>; rest: readonly Markup[] },
): Markup {
  return branch(
    name,
    leaf('id', id),
    leaf('name', details.name),
    leaf('type', details.type),
    leaf('unitOfMeasure', details.unitOfMeasure),
    leaf('dataEntryMethod', details.dataEntryMethod),
    leaf('containerSize', details.containerSize),
    leaf('firstBillDate', details.firstBillDate),
    leaf('inUse', details.inUse),
    leaf('inactiveDate', details.inactiveDate),
    ...rest,
  )
}
