import type { Credential } from '../../../src/contract/provider.ts'
import type { Given } from './given.ts'

/** Your password, and everyone's, unless the scenario says another. */
export const defaultPassword = 'Sandbox-2026'
/** Your username unless the scenario says another. */
export const defaultUsername = 'acme-energy'

/** What the client under test must know: the address of the test environment and your login. */
export function credentials(
  { you }: Given,
  addresses: Readonly<Record<string, { http: string; https: string }>>,
): Credential[] {
  const http = Object.values(addresses)[0]?.http ?? ''
  return [
    { variable: 'WATTPROOF_PM_URL', value: `${http}/wstest`, says: 'base address of the web services' },
    { variable: 'WATTPROOF_PM_USERNAME', value: you.username ?? defaultUsername, says: 'your web service user' },
    { variable: 'WATTPROOF_PM_PASSWORD', value: you.password ?? defaultPassword, says: 'its password' },
  ]
}
