import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { UsageError } from './errors.ts'
import { forwardSignals, signals } from './signals.ts'

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

/** Runs a line in a shell, in a group of its own: a signal reaches whatever the line has started, not the shell alone. */
export function runLine(line: string, env: Record<string, string>): Promise<number> {
  const child = spawn(line, { stdio: 'inherit', env: { ...process.env, ...env }, shell: true, detached: !isWindows })
  const killLast = () => killAll(child, 'SIGKILL')
  process.once('exit', killLast)
  const stopForwarding = forwardSignals(signals, (signal) => {
    killAll(child, signal)
    // What the shell was just starting may miss the signal, and nobody is left to end it.
    child.once('exit', () => killAll(child, 'SIGTERM'))
  })
  return ended(child, line, stopForwarding).finally(() => process.off('exit', killLast))
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
