/** Says that a data folder cannot be used, and what the person who named it can do about it. */
export class DataError extends Error {
  override name = 'DataError'
}

/** The reason in an error of the file system, without the call and the path that Node appends. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+ '.*$/s, '') : String(error)
}

/** The code of an error of the file system, such as ENOENT; nothing for any other. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
