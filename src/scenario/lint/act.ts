import type { Schema } from '../../contract/action.ts'
import { nearest } from '../../ground/nearest.ts'
import { namesIn, type NameUse } from '../names.ts'
import type { Step } from '../scenario.ts'
import { stepSchemas } from '../schema.ts'
import type { Path } from '../yaml.ts'
import { namesMade, notGiven, type Named, type Player } from './cast.ts'
import type { Moment } from './steps.ts'

type Door = 'customer' | 'utility'
type Written = { [D in Door]?: string } & { with: Record<string, unknown> }

/** A step behind a person's door or the back office's: its action, its words, its names, and the room's own rules. */
export function readAct(door: Door, raw: unknown, path: Path, moment: Moment): Step | undefined {
  const { report } = moment
  const taken = report.take<Written>(stepSchemas[door], raw, path)
  if (taken === undefined) return undefined
  const found = findAction(door, taken[door] ?? '', [...path, door], moment)
  if (found === undefined) return undefined
  const { player, action, args: schema } = found
  const args = report.take<unknown>(schema, taken.with, [...path, 'with'])
  const uses = namesIn(schema, taken.with, [...path, 'with'])
  const areNamesSound = player.given !== undefined && checkNames(uses, player, moment)
  if (args !== undefined && areNamesSound && !uses.some((use) => player.names.isMade(use))) {
    const says = player.room.checkStep?.(player.given?.value, action, args as Record<string, unknown>)
    const spot = culprit(says, uses)
    if (says !== undefined) report.complain(spot?.path ?? [...path, door], says, spot?.at)
  }
  for (const made of namesMade(uses)) player.names.make(made)
  return { kind: door, provider: player.provider, action, args: taken.with, place: report.place(path) }
}

type Found = { player: Player; action: string; args: Schema }

function findAction(door: Door, word: string, path: Path, { cast, cards, report }: Moment): Found | undefined {
  const dot = word.indexOf('.')
  const [provider, action] = [word.slice(0, Math.max(dot, 0)), word.slice(dot + 1)]
  const player = cast.get(provider)
  if (player !== undefined && Object.hasOwn(player.room[door], action))
    return { player, action, args: (player.room[door][action] as { args: Schema }).args }
  const says = dot === -1 ? undefined : notGiven(provider, cast, cards)
  report.complain(path, says ?? unknownAction(door, word, player === undefined ? [...cast.values()] : [player]))
  return undefined
}

function unknownAction(door: Door, word: string, players: readonly Player[]): string {
  const name = word.slice(word.indexOf('.') + 1)
  const other = door === 'customer' ? 'utility' : 'customer'
  const owner = players.find(({ room }) => Object.hasOwn(room[other], name))
  if (owner !== undefined) return `"${name}" is a ${other} action. Write "${other}: ${owner.provider}.${name}".`
  const known = players.flatMap(({ provider, room }) => Object.keys(room[door]).map((action) => ({ provider, action })))
  const meant = nearest(
    name,
    known.map(({ action }) => action),
  )
  const words = known
    .filter(({ action }) => meant === undefined || action === meant)
    .map(({ provider, action }) => `${provider}.${action}`)
  const hint = meant === undefined ? `Known: ${words.join(', ')}.` : `Did you mean "${words.join('" or "')}"?`
  return `Unknown ${door} action "${word}". ${hint}`
}

function checkNames(uses: readonly NameUse[], { names, provider, room }: Player, { coming, report }: Moment): boolean {
  let areSound = true
  const complain = ({ path, at }: NameUse, says: string): void => {
    areSound = false
    report.complain(path, says, at)
  }
  for (const use of uses) {
    if (use.does !== 'names' || names.has(use)) continue
    const isComing = madeBy(coming, provider, room).some(({ noun, name }) => noun === use.noun && name === use.name)
    complain(
      use,
      isComing
        ? `No ${use.noun} is named "${use.name}" yet: a later step names it. Move that step up.`
        : names.unknown(use),
    )
  }
  return areSound
}

/** The names that steps give. */
function madeBy(steps: readonly unknown[], provider: string, room: Player['room']): Named[] {
  return steps.flatMap((raw) => {
    const step = raw as { customer?: unknown; utility?: unknown; with?: unknown } | null
    const word = String(step?.customer ?? step?.utility ?? '')
    const action = (step?.customer === undefined ? room.utility : room.customer)[word.slice(provider.length + 1)]
    if (!word.startsWith(`${provider}.`) || action === undefined) return []
    return namesMade(namesIn(action.args, step?.with))
  })
}

/** The word a room's sentence is about: "meter `gas` is not declared on property `tower`" points at `gas`. */
function culprit(says: string | undefined, uses: readonly NameUse[]): NameUse | undefined {
  const [, quoted] = /[`"]([^`"]+)[`"]/.exec(says ?? '') ?? []
  return uses.find(({ name }) => name === quoted)
}
