import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

/** Tells whether this machine has a program, and says so where a test goes without it. */
export function hasTool(program: string, ...check: string[]): boolean {
  try {
    execFileSync(program, check, { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`Not tried, because this machine has no ${[program, ...check].join(' ')}.`)
    return false
  }
}

/** Runs a program to its end and answers what it printed. */
export async function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], { env: { ...process.env, ...env } })
  return stdout
}
