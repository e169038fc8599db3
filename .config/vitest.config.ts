import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    // More than there are cores: stories wait for processes and for time, and another can use the core meanwhile.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    globalSetup: ['test/support/bodies/validate.ts'],
    setupFiles: ['test/support/bodies/listen.ts'],
    testTimeout: 20_000,
  },
})
