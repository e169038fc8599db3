import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const project = fileURLToPath(new URL('../..', import.meta.url))
export const bin = fileURLToPath(new URL('../../src/cli/wattproof.js', import.meta.url))

/** Builds dist/ if its sources are newer, as npm's prepare does. */
export const built = promisify(execFile)(process.execPath, [`${project}/.config/build.mjs`])

export type Ended = { code: number; out: string; err: string }

/** An environment in which nobody has sandboxes, colours or CI. */
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(WATTPROOF_|CI$|NO_COLOR)/.test(name)),
)

type Where = { env?: Record<string, string>; cwd?: string }

/** Calls the command line and waits for its end. */
export async function wattproof(args: readonly string[], { env = {}, cwd = project }: Where = {}): Promise<Ended> {
  await built
  return new Promise((ended) => {
    const options = { env: { ...plain, ...env }, cwd, maxBuffer: 10_000_000 }
    const child = execFile(process.execPath, [bin, ...args], options, (_, out, err) =>
      ended({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

/** A call that goes on: what it has printed so far, and how to wait for more. */
export class Running {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  out = ''
  err = ''
  #waiting: (() => void)[] = []

  constructor(args: readonly string[], { env = {}, cwd = project }: Where = {}) {
    this.child = spawn(process.execPath, [bin, ...args], { env: { ...plain, ...env }, cwd })
    this.child.stdout?.on('data', (chunk: Buffer) => this.#heard(() => (this.out += chunk.toString())))
    this.child.stderr?.on('data', (chunk: Buffer) => this.#heard(() => (this.err += chunk.toString())))
    this.ended = new Promise((done) => this.child.once('close', (code) => this.#heard(() => done(code))))
  }

  /** Resolves once it has printed this; fails when it ends without. */
  async says(wanted: string | RegExp): Promise<string> {
    while (!(typeof wanted === 'string' ? this.out.includes(wanted) : wanted.test(this.out))) {
      if (this.child.exitCode !== null)
        throw new Error(`It ended without saying ${String(wanted)}: ${this.out}${this.err}`)
      await new Promise<void>((more) => this.#waiting.push(more))
    }
    return this.out
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal)
    return this.ended
  }

  #heard(what: () => void): void {
    what()
    for (const wake of this.#waiting.splice(0)) wake()
  }
}

export type Up = Running & { portBase: number; speak: (...args: string[]) => Promise<Ended> }

/** Starts `wattproof up` on ports of its own; ready when its banner is out. */
export async function up(args: readonly string[] = [], where: Where & { portBase?: number } = {}): Promise<Up> {
  await built
  const portBase = where.portBase ?? (await freePortBase())
  const running = new Running(['up', ...args, '--port-base', String(portBase)], where)
  await running.says('Ctrl-C ends it')
  const speak = (...words: string[]) => wattproof([...words, '--port-base', String(portBase)], where)
  return Object.assign(running, { portBase, speak })
}

let tried = 0

/** Twenty ports that nobody has, below those that systems give away. */
export async function freePortBase(): Promise<number> {
  for (;;) {
    const base =
      12_000 + ((process.pid * 60 + tried++ * 20 + Number(process.env['VITEST_POOL_ID'] ?? 0) * 2_000) % 20_000)
    const wanted = [base, base + 1, base + 11]
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return base
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)))
  })
}
