import type { Words } from '../../../homologation/enedis-sge/asked.ts'

/** Words of cases that requests have in a place of their own; every other stands below its own name. */
const places: Readonly<Record<string, readonly string[]>> = {
  pointIds: ['pointIds', 'pointId'],
  typesDonnees: ['typeDonnees'],
  ajouter: ['ajouterOptionsPublication', 'periodiciteTransmission'],
  supprimer: ['supprimerOptionsPublication', 'periodiciteTransmission'],
}

/** Wherein a request differs from what a case asks, in words; nothing where it asks the same. */
export function differences(asked: unknown, wanted: Words): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const found = valuesAt(asked, places[name] ?? [name])
    if (isSame(found, value)) return []
    return [`${name} ${found.length === 0 ? 'missing' : found.join(', ')} instead of ${spelled(value)}`]
  })
}

function isSame(found: readonly string[], wanted: unknown): boolean {
  if (Array.isArray(wanted)) return [...found].sort().join() === wanted.map(spelled).sort().join()
  // What is not said is not wanted.
  if (found.length === 0) return wanted === false
  return found.every((one) => one === spelled(wanted))
}

/** A day may be said with an offset. */
function spelled(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return /^\d{4}-\d\d-\d\d([Z+]|-\d\d:)/.test(text) ? text.slice(0, 10) : text
}

/** What stands at a place in a tree: where a name occurs at several depths, the first of them counts. */
function valuesAt(tree: unknown, [name, ...inner]: readonly string[]): string[] {
  if (name === undefined) return leaves(tree)
  const found = shallowest([tree], name)
  return found.flatMap((one) => valuesAt(one, inner))
}

function shallowest(level: readonly unknown[], name: string): unknown[] {
  if (level.length === 0) return []
  const objects = level.flatMap(list).filter((one) => typeof one === 'object' && one !== null) as Words[]
  const found = objects.flatMap((one) => (one[name] === undefined ? [] : [one[name]]))
  return found.length > 0 ? found : shallowest(objects.flatMap(Object.values), name)
}

function leaves(tree: unknown): string[] {
  return list(tree).map(spelled)
}

function list(tree: unknown): readonly unknown[] {
  return Array.isArray(tree) ? (tree as unknown[]) : [tree]
}
