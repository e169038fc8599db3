import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { within } from './bounded.ts'
import { wordsOf, type Answered, type Asking, type Words } from './client.ts'

/** How many of the last lines a client printed are kept for a person to read. */
const linesKept = 40

/** A client's process, listened to while it runs. */
export class Running {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  readonly #output: string[] = []
  #words: Words[] = []
  #hear: Asking['hear']

  constructor(command: string, env: Readonly<Record<string, string>>, hear?: Asking['hear']) {
    this.#hear = hear
    // A group of its own, so that what the command starts ends with it.
    this.#child = spawn(command, {
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const code = new Promise<number | null>((done) => {
      this.#child.once('error', () => done(127))
      this.#child.once('exit', done)
    })
    const { stdout, stderr } = this.#child
    this.#ended = Promise.all([code, this.#read(stdout), this.#read(stderr)]).then(([exit]) => exit)
  }

  /** Waits for its end, as long as the bound allows, and ends what is left of it. */
  async finish(boundMs: number): Promise<Answered> {
    const exit = await within(
      boundMs,
      this.#ended.then((code) => ({ code })),
    )
    await this.end()
    return { exit: exit?.code ?? null, hung: exit === undefined, output: this.output, words: this.takeWords() }
  }

  /** Who hears from now on what it says. */
  tell(hear: Asking['hear']): void {
    this.#hear = hear
  }

  /** What it has said since it was last asked. */
  takeWords(): Words[] {
    return this.#words.splice(0)
  }

  get output(): string {
    return this.#output.join('\n')
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  async end(): Promise<void> {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL')
    } catch {
      // It had ended by itself.
    }
    await this.#ended
  }

  #take(said: Words): void {
    this.#words.push(said)
    this.#hear?.(said)
  }

  async #read(stream: Readable | null): Promise<void> {
    if (stream === null) return
    for await (const line of createInterface({ input: stream })) {
      const said = wordsOf(line)
      if (said) this.#take(said)
      else if (this.#output.push(line) > linesKept) this.#output.shift()
    }
  }
}
