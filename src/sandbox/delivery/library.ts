/** A library that whoever wants it installs beside this package. */
export class MissingLibrary extends Error {}

/** Loads such a library when it is first needed; `why` is the beginning of the sentence that says it is not there. */
export async function library<T>(name: string, load: () => Promise<{ default: T }>): Promise<T> {
  try {
    return (await load()).default
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new MissingLibrary(`the package ${name} is not installed. Install it: npm i ${name}`)
  }
}
