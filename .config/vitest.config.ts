import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    globalSetup: ['test/support/bodies/validate.ts'],
    setupFiles: ['test/support/bodies/listen.ts'],
    testTimeout: 20_000,
  },
})
