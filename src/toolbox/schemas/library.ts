/** A library that whoever wants it installs beside this package, and that is not there. */
export class MissingLibrary extends Error {}

const load = () => Promise.all([import('libxml2-wasm'), import('libxml2-wasm/lib/nodejs.mjs')])

/** The validator, loaded when it is first needed: it is heavy, and few have schemas to hold messages against. */
export async function libxml(loading: typeof load = load) {
  try {
    const [library, files] = await loading()
    files.xmlRegisterFsInputProviders()
    return library
  } catch (error) {
    if (!/^(ERR_)?MODULE_NOT_FOUND$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new MissingLibrary('the package libxml2-wasm is not installed. Install it: npm i libxml2-wasm')
  }
}
