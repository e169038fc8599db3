import { exit } from './errors.ts'

/** What asks a process to end. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Somebody asks the process to end: whether they have, and when they do. */
export type EndAsked = { has: () => boolean; next: Promise<unknown> }

/** Listens for Ctrl-C and its kin from now on, so that there is time to tidy up. Asked twice, the process just ends. */
export function listenForEnd(): EndAsked {
  let hasAsked = false
  const next = new Promise<void>((asked) => {
    for (const signal of signals) {
      process.on(signal, () => {
        if (hasAsked) process.exit(exit.interrupted)
        hasAsked = true
        asked()
      })
    }
  })
  return { has: () => hasAsked, next }
}

/** Hands signals on to another process while it runs; answers how to stop. */
export function forwardSignals(
  forwarded: readonly NodeJS.Signals[],
  kill: (signal: NodeJS.Signals) => void,
): () => void {
  for (const signal of forwarded) process.on(signal, kill)
  return () => {
    for (const signal of forwarded) process.off(signal, kill)
  }
}
