import { refuse } from '../errors/index.ts'

/** Bodies are XML, with or without a charset. Only a request that has a body is judged. Source: DOC; 415 in ERR. */
export function mustBeXml(contentType: string | undefined): void {
  if (mediaType(contentType ?? '') !== 'application/xml') throw refuse.unsupportedMediaType()
}

/** Answers are XML: a client that takes nothing of the kind gets none. Source: DOC; 406 in ERR. */
export function mustAcceptXml(accept: string | undefined): void {
  if (accept === undefined || accept.trim() === '' || accept.split(',').some(takesXml)) return
  throw refuse.notAcceptable()
}

function takesXml(range: string): boolean {
  const isUnwanted = /;\s*q=0(\.0*)?\s*(;|$)/i.test(range)
  return !isUnwanted && ['*/*', 'application/*', 'application/xml'].includes(mediaType(range))
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase()
}
