export { credentials, defaultClientId, defaultPassword, defaultSandboxClientId } from './credentials.ts'
export { given, type Given } from './given.ts'
export { checkStep, known } from './lint.ts'
export { seed } from './seed.ts'
