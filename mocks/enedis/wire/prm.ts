import type { UsagePointId } from '../model/index.ts'

/** Whether a text has the form of a usage point's number: 14 digits, the first of which may be 0. */
export function isPrm(text: string): text is UsagePointId {
  return /^\d{14}$/.test(text)
}
