/** A library that whoever wants it installs beside this package. */
export class MissingLibrary extends Error {}

/** Loads such a library when it is first needed. */
export async function library<T>(name: string, load: () => Promise<{ default: T }>): Promise<T> {
  try {
    return (await load()).default
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new MissingLibrary(`the package ${name} is not installed. Install it: npm i ${name}`)
  }
}

/** As `import` says it, or `require`. */
function isMissing(error: unknown): boolean {
  return /^(ERR_)?MODULE_NOT_FOUND$/.test((error as NodeJS.ErrnoException).code ?? '')
}
