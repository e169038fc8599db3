/** What the shell is told. */
export const exit = { good: 0, clientFailed: 1, usage: 2, defect: 3, interrupted: 130 } as const

/** The caller's mistake, in one sentence that says what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Errors that are sentences for whoever called, by name: their classes would load half the house. */
const sentences = new Set([
  ...['UsageError', 'ScenarioError', 'PortTakenError', 'DataError', 'CertificateFolderError'],
  ...['RangeError', 'UnknownWord'],
])

/** Tells what went wrong, on stderr, and answers the exit code for it. */
export function exitCodeOf(error: unknown): number {
  // Commander has said it already; help and version are no errors.
  if (isCommanders(error)) return error.exitCode === 0 ? exit.good : exit.usage
  if (error instanceof Error && sentences.has(error.name)) {
    console.error(error.message)
    return exit.usage
  }
  console.error('Wattproof met a defect of its own. Please report it with these lines:')
  console.error(error)
  return exit.defect
}

function isCommanders(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error
}
