import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    // As many as there are cores: left to itself vitest keeps one for watching, which on two cores is half of them.
    maxWorkers: '100%',
    globalSetup: ['test/support/bodies/validate.ts'],
    setupFiles: ['test/support/bodies/listen.ts'],
    testTimeout: 20_000,
  },
})
