import type { PmSettings } from '../dialect.ts'
import type { Answer } from '../views.ts'
import { decodeBody } from './body.ts'
import { sharingResponse, terminateSharingResponse } from './schema/sharing.ts'

/** Reads a provider's answer to a connection or share request. */
export function decodeSharingResponse(text: string): Answer {
  return decodeBody(text, 'sharingResponse', sharingResponse)
}

/** Reads a provider's goodbye. Clients send it empty, or send nothing at all: X11. */
export function decodeTermination(
  text: string,
  { lenientBodies }: Pick<PmSettings, 'lenientBodies'>,
): { note?: string } {
  if (lenientBodies === 'on' && text.trim() === '') return {}
  return decodeBody(text, 'terminateSharingResponse', terminateSharingResponse)
}
