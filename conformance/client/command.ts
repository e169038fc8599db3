import { usualBoundMs } from './bounded.ts'
import type { ClientUnderTest } from './client.ts'
import { Running } from './process.ts'

/** Runs a command in a shell, once for each ask. */
export function commandClient(
  command: string,
  { boundMs = usualBoundMs, traits = [] }: { boundMs?: number; traits?: readonly string[] } = {},
): ClientUnderTest {
  return {
    title: command,
    traits,
    ask: ({ ask, env, hear }) => new Running(command, { ...env, WATTPROOF_ASK: ask }, hear).finish(boundMs),
  }
}
