import { keepBody } from './keep.ts'

/** The call that an envelope answers. */
export type Call = {
  req: { method: string; path: string; header(name: string): string | undefined; text(): Promise<string> }
}

/** How the clients name themselves that build their requests from a description, and so answer for them. */
const builder = /^(node-soap|Zeep)\//

/**
 * Keeps an envelope of SGE that was answered and, where a real client made it, the one that asked for it: whatever the
 * mock does not call malformed must be valid.
 */
export function keepEnvelopes(folder: string, text: string, { req }: Call): void {
  if (req.method !== 'POST') return
  const at = req.path.slice(1).replace('/', '~')
  // Its code has a character more than the schema allows, and the annex has it so.
  keepBody(folder, text, { of: `sge.reply.${at}`, breaksSchema: text.includes('code="SGT4F10"') })
  const [, by] = builder.exec(req.header('user-agent') ?? '') ?? []
  if (by === undefined) return
  const isRefused = text.includes('SGT562')
  // The service has read it by now: this is the same text again.
  void req.text().then((asked) => keepBody(folder, asked, { of: `sge.${by}.${at}`, breaksSchema: isRefused }))
}
