import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The interpreter that has these packages: Debian's own knows Debian's, and need not be the first on the path. */
export const pythonWith = (packages: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', `import ${packages}`]).status === 0)

/** Runs a script beside this file once, tells it something and hears its answer, both in JSON. */
export async function askPython<Result>(python: string, [name, ...args]: string[], about: unknown): Promise<Result> {
  const script = fileURLToPath(new URL(name ?? '', import.meta.url))
  const child = spawn(python, [script, ...args])
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.stdin.end(JSON.stringify(about))
  const status = await new Promise((resolve) => child.once('close', resolve))
  if (status !== 0) throw new Error(`${name} failed: ${errors}`)
  return JSON.parse(out) as Result
}
