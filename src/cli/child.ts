import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { machine } from '../ground/clock.ts'
import { UsageError } from './errors.ts'
import { forwardSignals, signals } from './signals.ts'

/** How long what a program printed may be on its way when it has ended. */
const lastWordsMs = 100
const isWindows = process.platform === 'win32'

/** Runs a command in this terminal with more in its environment; answers its exit code, as a shell would. */
export function runProgram(program: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: isWindows })
  // A terminal sends Ctrl-C to everything in it: the program has it already.
  const forwarded = signals.filter((signal) => signal !== 'SIGINT' || !process.stdin.isTTY)
  return ended(
    child,
    program,
    forwardSignals(forwarded, (signal) => void child.kill(signal)),
  )
}

/**
 * Runs a line in a shell, in a group of its own: a signal reaches whatever the line has started, not the shell alone.
 * What it prints comes here, and each line of it is heard.
 */
export async function runLine(
  line: string,
  env: Record<string, string>,
  hear: (line: string) => void,
): Promise<number> {
  const child = spawn(line, {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    shell: true,
    detached: !isWindows,
  })
  const heard = passOn(child.stdout, hear)
  const killLast = () => killAll(child, 'SIGKILL')
  process.once('exit', killLast)
  const stopForwarding = forwardSignals(signals, (signal) => {
    killAll(child, signal)
    // What the shell was just starting may miss the signal, and nobody is left to end it.
    child.once('exit', () => killAll(child, 'SIGTERM'))
  })
  const code = await ended(child, line, stopForwarding).finally(() => process.off('exit', killLast))
  // Something that it left running may hold the pipe open: its last words are on their way, and no more is waited for.
  await Promise.race([heard, machine.sleep(lastWordsMs)])
  child.stdout.destroy()
  return code
}

/** Prints what comes through a pipe as it comes, and hands it on line by line. */
async function passOn(pipe: Readable, hear: (line: string) => void): Promise<void> {
  pipe.on('data', (chunk: Buffer) => void process.stdout.write(chunk))
  for await (const line of createInterface({ input: pipe })) hear(line)
}

function killAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || isWindows) return void child.kill(signal)
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function ended(child: ChildProcess, command: string, stopForwarding: () => void): Promise<number> {
  return new Promise<number>((done, failed) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such program' : (error.code ?? error.message)
      failed(new UsageError(`"${command}" could not be run: ${why}. Check its spelling and your PATH.`))
    })
    child.once('exit', (code, signal) => done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(stopForwarding)
}
