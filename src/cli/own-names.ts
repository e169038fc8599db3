import { InvalidArgumentError, type Command } from 'commander'
import type { Card } from '../contract/provider.ts'
import type { OwnNames } from '../sandbox/addresses.ts'
import { isLoopback } from '../sandbox/listen/index.ts'
import { paint } from './terminal.ts'

/** How a command was asked to let clients in under providers' own host names. */
export type OwnNamesAsked = { proxy?: true | undefined; hosts?: true | undefined; hostsAt?: string | undefined }

const usualAddress = '127.0.0.1'

/** Adds the options for clients that have host names written into them. */
export function addOwnNames(command: Command): Command {
  return command
    .option('--proxy', 'open a proxy for providers’ own host names too, and lead the client there')
    .option('--hosts', `listen for these names on ports 443 and 80 of ${usualAddress}, for lines in /etc/hosts`)
    .option('--hosts-at <address>', 'the same on another loopback address, such as 127.0.0.5', loopbackAddress)
}

export function ownNamesOf({ proxy, hosts, hostsAt }: OwnNamesAsked): OwnNames {
  return { proxy, namesAt: hostsAt ?? (hosts && usualAddress) }
}

/** Every host name that a provider has, in the order of the cards. */
export function hostNamesOf(cards: readonly Card[]): string[] {
  return [...new Set(cards.flatMap(({ surfaces }) => surfaces.flatMap(({ hostNames }) => hostNames)))]
}

/** Tells, where names are listened for, what `/etc/hosts` must say; it is not ours to write. */
export function hostsToAdd(cards: readonly Card[], { namesAt }: OwnNames): string[] {
  if (namesAt === undefined) return []
  const says = 'These lines in /etc/hosts send clients here, as long as they stand there; adding them is up to you'
  return [paint.bold(says), ...hostNamesOf(cards).map((name) => `  ${namesAt} ${name}`), '']
}

function loopbackAddress(text: string): string {
  if (isLoopback(text) && text !== 'localhost') return text
  throw new InvalidArgumentError('Write a loopback address, such as 127.0.0.5.')
}
