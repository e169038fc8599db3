import { expect, test } from 'vitest'
import { libxml, MissingLibrary } from '../../../src/toolbox/schemas/library.ts'

const failing = (error: Error) => libxml(() => Promise.reject(error))

test('says how to install what is missing', async () => {
  const missing = failing(Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }))

  await expect(missing).rejects.toThrow('the package libxml2-wasm is not installed. Install it: npm i libxml2-wasm')
  await expect(missing).rejects.toBeInstanceOf(MissingLibrary)
})

test('passes on whatever else goes wrong', async () => {
  await expect(failing(new Error('out of memory'))).rejects.toThrow('out of memory')
})
