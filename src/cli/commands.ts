import type { Command } from 'commander'

/** A command's own file: its words, its help, and what it does. */
export type CommandFile = { define: (command: Command) => void }

/** Every command with a line for the overview; its file loads only when it is asked for. */
export const commands: Readonly<Record<string, { says: string; load: () => Promise<CommandFile> }>> = {
  up: { says: 'start a sandbox with a story and keep it up', load: () => import('./up.ts') },
  play: { says: 'play a story to its end with your client', load: () => import('./play.ts') },
  check: { says: 'judge a client: what it did wrong, with evidence', load: () => import('./check.ts') },
  report: { says: 'judge what a running sandbox has seen so far', load: () => import('./report.ts') },
  run: { says: 'run a command, such as your tests, beside a sandbox', load: () => import('./run.ts') },
  scenarios: { says: 'list, check and explain stories', load: () => import('./scenarios.ts') },
  do: { says: 'be the customer, or the provider’s back office', load: () => import('./do.ts') },
  clock: { says: 'tell the time, or move it on', load: () => import('./clock.ts') },
  journal: { says: 'show what happened', load: () => import('./journal.ts') },
  state: { says: 'show what the provider remembers', load: () => import('./state.ts') },
  outbox: { says: 'show what the provider sent, and save its files', load: () => import('./outbox.ts') },
  snapshot: { says: 'keep this moment under a name', load: () => import('./snapshot.ts') },
  restore: { says: 'go back to a snapshot', load: () => import('./restore.ts') },
  reset: { says: 'go back to how the story opened', load: () => import('./reset.ts') },
  env: { says: 'print addresses and logins for your client', load: () => import('./env.ts') },
  certs: { says: 'mint client certificates, or judge one of your own', load: () => import('./certs.ts') },
  faults: { says: 'arm trouble: delays, resets, refusals', load: () => import('./faults.ts') },
  dialect: { says: 'choose where sources contradict each other', load: () => import('./dialect.ts') },
  limits: { says: 'set how often the provider may be asked', load: () => import('./limits.ts') },
  worlds: { says: 'list, create and remove worlds', load: () => import('./worlds.ts') },
}
