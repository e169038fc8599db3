import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decrypted, filesIn, isZip, unpadded } from '../archive.ts'
import type { FileKept, Source } from '../memory.ts'
import type { Run } from '../run.ts'
import type { FileKey } from '../setting.ts'
import { DamagedFile, NotDecrypted } from '../trouble.ts'
import { historyIn } from '../wire/history.ts'
import type { MeasuresTold } from '../wire/measures.ts'
import { isOrderedFlow, orderedInCsv, orderedInJson, reportIn } from '../wire/ordered.ts'
import { r151In } from '../wire/r151.ts'
import { r171In } from '../wire/r171.ts'
import { r4In } from '../wire/r4.ts'
import { r50In } from '../wire/r50.ts'
import { documentIn } from '../wire/xml.ts'

/** A file as it lies in our folder. */
type Arrived = { name: string; bytes: Uint8Array; mark: string }
/** What a file tells, and where that comes from. */
type Content = { told: MeasuresTold; source: Source; isHistory: boolean; period?: { from: string; until: string } }

/** How files that are put into our folder are opened and read. */
export const files = {
  readFiles(run: Run): void {
    const { habits, memory } = run
    habits.learnKeys(run)
    for (const file of habits.arrived(run)) {
      const known = memory.files[file.name]
      if (known?.mark === file.mark && known.state !== 'not decrypted') continue
      memory.files[file.name] = { ...habits.readFile(run, file), mark: file.mark }
      run.save()
    }
  },

  /** Everything in our folder, in the order in which it was made. */
  arrived({ setting }: Run): Arrived[] {
    if (setting.deposits === undefined || !existsSync(setting.deposits)) return []
    const root = setting.deposits
    const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const found = entries.map((entry) => {
      const bytes = new Uint8Array(readFileSync(join(entry.parentPath, entry.name)))
      const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
      return { name: basename(entry.name), bytes, mark }
    })
    return found.sort((one, other) => order(one.name).localeCompare(order(other.name)))
  },

  /** Reads one file; one that cannot be read is told of, and awaited again. */
  readFile(run: Run, file: Arrived): Omit<FileKept, 'mark'> {
    const { habits } = run
    try {
      const contents = habits.contentsOf(run, file)
      return habits.keepContents(run, file.name, contents)
    } catch (error) {
      if (error instanceof NotDecrypted) {
        habits.decide(run, {
          decision: 'file not decrypted: ask for the key',
          because: `${file.name}: ${error.message}`,
        })
        return { state: 'not decrypted', because: error.message }
      }
      if (!(error instanceof DamagedFile)) throw error
      habits.decide(run, { decision: 'file damaged: ask for it again', because: `${file.name}: ${error.message}` })
      return { state: 'damaged', because: error.message }
    }
  },

  /** All of a file, before anything of it is kept: half a file is none. */
  contentsOf(run: Run, { name, bytes }: Arrived): Content[] {
    const inner = filesIn(run.habits.opened(run, bytes)).filter((one) => !/_svc\.xml$/i.test(one.name))
    if (inner.length === 0) throw new DamagedFile('The archive holds no file.')
    return inner.map((one) => run.habits.contentOf(run, { name: one.name || name, text: one.text }))
  },

  /** Opens a file with one of our keys: the newest first, as keys change. Some archives are not encrypted at all. */
  opened(run: Run, bytes: Uint8Array): Uint8Array {
    if (isZip(bytes)) return bytes
    for (const key of run.habits.keys(run)) {
      const found = decrypted(bytes, key)
      if (isZip(found)) return unpadded(found)
    }
    throw new NotDecrypted('None of our keys opens it.')
  },

  /** Keys change: the old ones open what came before. */
  keys({ memory }: Run): FileKey[] {
    return memory.keys.toReversed()
  },

  learnKeys({ memory, setting }: Run): void {
    const isKnown = (key: FileKey) => memory.keys.some((one) => one.key === key.key && one.iv === key.iv)
    memory.keys.push(...setting.fileKeys.filter((key) => !isKnown(key)))
  },

  /** What a file is shows inside it, or in its name where nothing else tells. */
  contentOf(run: Run, { name, text }: { name: string; text: string }): Content {
    const flow = /_(R6[3-6])/.exec(name)?.[1] ?? ''
    if (/\.json$/i.test(name)) {
      if (isOrderedFlow(flow)) return content(orderedInJson(flow, text), 'ordered')
      return content(reportIn(text), 'ordered')
    }
    if (/\.csv$/i.test(name)) {
      if (isOrderedFlow(flow)) return content(orderedInCsv(flow, text), 'ordered')
      const { from, until, ...told } = historyIn(text)
      return { told, source: 'history', isHistory: true, period: { from, until } }
    }
    return run.habits.contentOfXml(run, text)
  },

  contentOfXml({ memory }: Run, text: string): Content {
    const document = documentIn(text)
    if ('Courbe' in document) return content(r4In(document), 'R4x')
    if ('R151' in document) return content(r151In(document), 'R151')
    if ('R171' in document) return content(r171In(document), 'R171')
    if (!('R50' in document)) throw new DamagedFile(`Nobody knows a file of ${Object.keys(document).join(', ')}.`)
    const told = r50In(document)
    // The file does not say which way the energy went: what the customer agreed to does.
    for (const curve of told.curves) curve.direction = memory.agreements[curve.usagePoint]?.direction ?? curve.direction
    return content(told, 'R50')
  },

  /** What is read is kept; an order that it answers has come. */
  keepContents(run: Run, name: string, contents: readonly Content[]): Omit<FileKept, 'mark'> {
    const { habits } = run
    const order = habits.orderOf(run, name)
    for (const { told, source } of contents) {
      // What was ordered of one direction is of that one.
      habits.keep(run, told, source)
      habits.tellRefused(run, told)
    }
    if (order) order.state = 'come'
    for (const content of contents) if (content.isHistory) habits.fulfil(run, content)
    if (contents.some(({ told, isHistory }) => isHistory && habits.isEmptyHistory(told)))
      return habits.nothingCollected(run, name, contents)
    return { state: 'read' }
  },

  /** A history that nobody remembers to have ordered is the one whose order was never answered. */
  fulfil(run: Run, { told, period }: Content): void {
    const { habits, memory } = run
    const of = told.curves.length > 0 ? 'CDC' : 'IDX'
    const usagePoint = [...told.curves, ...told.indexes][0]?.usagePoint ?? ''
    const past = { usagePoint, of, from: period?.from ?? '', until: period?.until ?? '' }
    memory.wishes = memory.wishes.filter((wish) => !habits.isSameHistory(wish, past))
  },

  isEmptyHistory({ curves, indexes }: MeasuresTold): boolean {
    return curves.every(({ points }) => points.length === 0) && indexes.every(({ values }) => values.length === 0)
  },

  /** A history without points says that nobody had the curve collected then: it says nothing of what was used. */
  nothingCollected(run: Run, name: string, [first]: readonly Content[]): Omit<FileKept, 'mark'> {
    const { curves = [], indexes = [] } = first?.told ?? {}
    const usagePoint = [...curves, ...indexes][0]?.usagePoint ?? ''
    const because = `${name} holds no points: nothing was collected in that time.`
    run.habits.decide(run, { decision: 'not collected', because, usagePoint })
    return { state: 'empty', because }
  },

  /** Points that an order was refused for: the others come, and these do not. */
  tellRefused(run: Run, { refused }: MeasuresTold): void {
    for (const { usagePoint, code, says } of refused)
      run.habits.decide(run, { decision: `order refused: ${code}`, because: says, usagePoint })
  },
}

const content = (told: MeasuresTold, source: Source): Content => ({ told, source, isHistory: false })

/** Names end with when their file was made. */
function order(name: string): string {
  return `${/_(\d{14})\.\w+$/.exec(name)?.[1] ?? ''} ${name}`
}
