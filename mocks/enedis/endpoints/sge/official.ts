import type { Call } from '../../../../src/contract/endpoint.ts'
import type { Finding } from '../../../../src/contract/effect.ts'
import { judgeOf, MissingLibrary, type Judge } from '../../../../src/toolbox/schemas/index.ts'
import type { SgeVisit } from '../../access/index.ts'

const source = 'WSDL, the official schemas in the folder given with --sge-schemas'

/**
 * Whether a request fits Enedis's own schema, where the operator has its folder; the journal has the validator's words
 * where it does not. From then on what is answered is held against it too.
 */
export async function fitsOfficial(
  c: Call,
  { folders, note }: SgeVisit,
  { operation, text }: { operation: string; text: string },
): Promise<boolean> {
  const folder = folders['sgeSchemas']
  if (folder === undefined) return true
  const judge = await judgeFor(folder, operation, note)
  if (judge === undefined) return true
  c.set('holdReply', (text: string) => {
    for (const says of judge(text)) note({ finding: 'reply-invalid', level: 'warning', says, source })
  })
  const complaints = judge(text)
  for (const says of complaints) note({ finding: 'request-invalid', level: 'warning', says, source })
  return complaints.length === 0
}

/** Has what is answered held against Enedis's own schema, where the request was. */
export function heldReply(c: Call, text: string): string {
  const hold = c.get('holdReply') as ((text: string) => void) | undefined
  hold?.(text)
  return text
}

async function judgeFor(
  folder: string,
  operation: string,
  note: (finding: Finding) => void,
): Promise<Judge | undefined> {
  const unheld = (why: string) =>
    note({
      finding: 'schema-not-used',
      level: 'warning',
      says: `${operation} was not held against ${folder}: ${why}.`,
      source,
    })
  try {
    const judge = await judgeOf(folder, operation)
    if (judge === undefined) unheld('no WSDL in it describes that operation')
    return judge
  } catch (error) {
    unheld(error instanceof MissingLibrary ? error.message : `it cannot be read (${String(error)})`)
    return undefined
  }
}
