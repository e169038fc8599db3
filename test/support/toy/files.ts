import * as v from 'valibot'
import { action } from '../../../src/contract/action.ts'
import type { FaultSpec } from '../../../src/contract/fault.ts'
import { faultSchema } from '../../../src/contract/fault.ts'
import type { Card, Room } from '../../../src/contract/provider.ts'
import type { Entry, NoticeSent } from '../../../src/ground/journal/index.ts'
import { World, type WorldOptions } from '../../../src/sandbox/world/index.ts'
import { story } from '../worlds.ts'
import { card as toyCard } from './index.ts'
import { room } from './room.ts'

/** Bytes that no text survives: every value there is, some twice. */
export const fileBytes = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7) % 256))
export const fileName = 'counts-ann.zip'

const deliver = action(
  {
    title: 'sends a file',
    args: v.strictObject({ to: v.nullable(v.string()), file: v.optional(v.string(), fileName) }),
    basis: 'documented',
    source: 'TOY, section 6',
  },
  (_, { to, file }, house) => house.notify('counts', to, { of: 'ann', file, bytes: fileBytes.toString('base64') }),
)

/** The toy, which can send files too. */
export const filesCard: Card = {
  ...toyCard,
  open: async () => ({
    room: {
      ...room,
      utility: { ...room.utility, deliver },
      notices: { ...room.notices, counts: { title: 'counts of a day', basis: 'documented', source: 'TOY, section 6' } },
    } satisfies Room,
  }),
}

/** A world whose toy sends files. */
export async function filesWorld(more: Partial<WorldOptions> = {}): Promise<World> {
  const scenario = story({ toyGrid: { people: { ann: { shares: true } } } })
  const world = new World({ name: 'test', cards: [filesCard], scenario, ...more })
  await world.rooms.open('toyGrid')
  return world
}

/** Has a file sent and waits for what becomes of it. */
export async function sendFile(world: World, to: string | null, file = fileName): Promise<void> {
  await world.act('toyGrid', 'utility', 'deliver', { to, file })
  await world.outbox.settled
}

/** Trouble for the next file. */
export function filesFault(spec: Record<string, unknown>): FaultSpec {
  return v.parse(faultSchema, { on: 'counts', ...spec })
}

/** What the journal says of notices. */
export function noticesIn(world: World): readonly Entry<NoticeSent>[] {
  return world.journal.entries().filter((entry): entry is Entry<NoticeSent> => entry.kind === 'notice')
}
