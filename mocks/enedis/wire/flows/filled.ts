/** What stands around and between the parts of a file. */
export type Frame = { open: string; between: string; close: string }

/** A file in JSON: the head of the order, and a list. */
export const listUnder = (head: object): Frame => {
  return { open: `{"header":${JSON.stringify(head)},"mesures":[`, between: ',', close: ']}' }
}

/** A file in CSV: a row of labels, and rows. */
export const rowsUnder = (labels: string): Frame => ({ open: `${labels}\n`, between: '', close: '' })

/** A file, and how many parts are in it. */
export type Filled = { text: string; parts: number }

/** Source: FLOWGUIDE, M023: at most 100 MB in an archive; measured here before it is packed. */
const mostBytes = 100_000_000

/** Parts in as few files as the limit lets. A file is handed on before the next one is begun: there may be thousands of points. */
export function* filled(
  parts: Iterable<string>,
  { open, between, close }: Frame,
  { most = mostBytes }: { most?: number } = {},
): Generator<Filled> {
  const whole = (file: string[]) => ({ text: `${open}${file.join(between)}${close}`, parts: file.length })
  let [file, room]: [string[], number] = [[], most]
  for (const part of parts) {
    const bytes = Buffer.byteLength(part)
    if (bytes > room && file.length > 0) {
      yield whole(file)
      ;[file, room] = [[], most]
    }
    file.push(part)
    room -= bytes
  }
  yield whole(file)
}

/** Each of many things in turn, spelled. */
export function* mapped<Thing>(things: Iterable<Thing>, spell: (thing: Thing) => string): Generator<string> {
  for (const thing of things) yield spell(thing)
}
