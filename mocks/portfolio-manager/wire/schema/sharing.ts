import { oneOf, optional, required, sequence, typed } from '../../../../src/toolbox/xml/shape/index.ts'
import { words } from './common.ts'

const note = optional(words(1000))

/** Source: XSD26, sharingResponseType: the order matters, and an empty note is none. */
export const sharingResponse = typed(
  'sharingResponseType',
  sequence({ action: required(typed('acceptRejectType', oneOf(['Accept', 'Reject']))), note }),
)

/** Source: XSD26, terminateShareResponseType. */
export const terminateSharingResponse = typed('terminateShareResponseType', sequence({ note }))
