import type { Body, Entry, Exchange } from './entries.ts'

/** One JSON object a line: what `journal --follow` prints and `--journal FILE` holds. */
export function asJsonLines(entries: readonly Entry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

/**
 * The same without what differs between two runs of one story: the machine's times, and ports. Two runs with one
 * seed and a sequential client give the same bytes.
 */
export function asStableLines(entries: readonly Entry[]): string {
  return entries
    .map(({ real: _, ...entry }) => `${JSON.stringify(entry)}\n`)
    .join('')
    .replace(/(localhost|127\.0\.0\.1|\[::1\]):\d+/g, '$1:PORT')
}

/** HTTP Archive 1.2 of the exchanges, for tools that read it. */
export function asHar(entries: readonly Entry[], version: string): object {
  const exchanges = entries.filter((entry): entry is Entry<Exchange> => entry.kind === 'exchange')
  return { log: { version: '1.2', creator: { name: 'wattproof', version }, entries: exchanges.map(harEntry) } }
}

function harEntry(entry: Entry<Exchange>): object {
  const { request, response } = entry
  const url = new URL(request.url)
  return {
    startedDateTime: entry.at,
    time: entry.real.ms ?? 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      headers: request.headers.map(harPair),
      queryString: [...url.searchParams].map(harPair),
      cookies: [],
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
      ...(request.body ? { postData: { mimeType: request.body.type, text: request.body.text } } : {}),
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: response?.headers.map(harPair) ?? [],
      cookies: [],
      content: harContent(response?.body ?? null),
      redirectURL: response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '',
      headersSize: -1,
      bodySize: response?.body?.length ?? 0,
    },
    cache: {},
    timings: { send: 0, wait: entry.real.ms ?? 0, receive: 0 },
    comment: [entry.endpoint ?? 'no endpoint', entry.refusal?.refusal, entry.fault].filter(Boolean).join(', '),
  }
}

function harPair([name, value]: [string, string]): object {
  return { name, value }
}

function harContent(body: Body | null): object {
  return body === null ? { size: 0, mimeType: '' } : { size: body.length, mimeType: body.type, text: body.text }
}
