import { UnknownName } from '../../contract/refusal.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import { DataError } from '../../ground/store/index.ts'
import { PortTakenError } from '../listen/index.ts'
import { ActError } from '../world/index.ts'

/** Something asked of the control API that it does not do, with what else the asker should know. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409
  readonly details: object

  constructor(status: 400 | 404 | 409, says: string, details: object = {}) {
    super(says)
    this.status = status
    this.details = details
  }
}

/** How the house says that a value or a name is wrong; none of these is its own fault. */
const askedWrongly = [RangeError, ActError, UnknownName]

/** What the asker is told: a status and `{ error: { says, … } }`, never a stack. */
export type Told = { status: 400 | 404 | 409 | 500; body: { error: { says: string } & object } }

/** Puts anything thrown into words. Only what nobody foresaw is a defect of ours. */
export function tell(error: unknown): Told {
  const says = error instanceof Error ? error.message : String(error)
  if (error instanceof ControlError) return told(error.status, says, error.details)
  if (error instanceof UnknownWord) return told(404, says, near(error.nearest))
  if (isScenarioError(error)) return told(400, says, { problems: error.problems })
  if (askedWrongly.some((kind) => error instanceof kind)) return told(400, says)
  if (error instanceof PortTakenError || error instanceof DataError) return told(409, says)
  return told(500, `Wattproof met a defect of its own: ${says} Please report it.`, { defect: true })
}

/** The nearest right word as a detail of an error, where there is one. */
export function near(nearest: string | undefined): object {
  return nearest === undefined ? {} : { nearest }
}

function told(status: Told['status'], says: string, details: object = {}): Told {
  return { status, body: { error: { says, ...details } } }
}

/** By its name: the hallway does not import the reader of scenarios. */
function isScenarioError(error: unknown): error is Error & { problems: unknown } {
  return error instanceof Error && error.name === 'ScenarioError' && 'problems' in error
}
