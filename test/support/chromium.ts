import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'undici'

/** Where Debian's Chromium is; null on a machine without it. */
export const chromium = find('chromium')

const quiet = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  ...['--ignore-certificate-errors', '--remote-debugging-port=0'],
]

/** A browser of its own, with an empty profile, steered by the DevTools protocol. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #line: DevTools

  private constructor(process: ChildProcess, profile: string, line: DevTools) {
    this.#process = process
    this.#profile = profile
    this.#line = line
  }

  static async start(): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'wattproof-chromium-'))
    const process = spawn(chromium ?? 'chromium', [...quiet, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return new Chromium(process, profile, await DevTools.open(await addressOf(process)))
  }

  /** A new tab: 390 points wide is a telephone. */
  async tab({ width = 1200, height = 900 } = {}): Promise<Tab> {
    const { browserContextId } = await this.#line.ask('Target.createBrowserContext')
    const { targetId } = await this.#line.ask('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await this.#line.ask('Target.attachToTarget', { targetId, flatten: true })
    const tab = new Tab(this.#line, String(sessionId))
    await tab.open({ width, height })
    return tab
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit')
    await this.#line.ask('Browser.close')
    await ended
    this.#line.close()
    // Its helpers end a little after it, and write until then.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** One tab, used as a person does: with mouse and keyboard. */
export class Tab {
  readonly #line: DevTools
  readonly #session: string

  constructor(line: DevTools, session: string) {
    this.#line = line
    this.#session = session
  }

  async open({ width, height }: { width: number; height: number }): Promise<void> {
    await this.#ask('Page.enable')
    await this.#ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 500 })
  }

  async goto(url: string): Promise<void> {
    await this.#loading(() => this.#ask('Page.navigate', { url }))
  }

  /** Clicks in the middle of what a selector finds, and waits for the page that follows. */
  async follow(selector: string): Promise<void> {
    await this.#loading(() => this.click(selector))
  }

  async click(selector: string): Promise<void> {
    const at = await this.#middleOf(selector)
    const mouse = { ...at, button: 'left', clickCount: 1 }
    await this.#ask('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
    await this.#ask('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse })
  }

  async type(selector: string, text: string): Promise<void> {
    await this.click(selector)
    await this.#ask('Input.insertText', { text })
  }

  /** What an expression says in the page. */
  async says<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#ask('Runtime.evaluate', { expression, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }

  url(): Promise<string> {
    return this.says('location.href')
  }

  text(): Promise<string> {
    return this.says('document.body.innerText')
  }

  /** The whole page as a picture, where whoever runs the tests wants to see it. */
  async picture(name: string): Promise<void> {
    const folder = process.env['WATTPROOF_SCREENSHOTS']
    if (!folder) return
    const { data } = await this.#ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true })
    writeFileSync(join(folder, `${name}.png`), Buffer.from(String(data), 'base64'))
  }

  async #middleOf(selector: string): Promise<{ x: number; y: number }> {
    const found = await this.says<{ x: number; y: number } | null>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)})
      if (!element) return null
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })()`)
    if (found === null) throw new Error(`Nothing on ${await this.url()} is ${selector}:\n${await this.text()}`)
    return found
  }

  async #loading(act: () => Promise<unknown>): Promise<void> {
    const loaded = this.#line.heard(this.#session, 'Page.loadEventFired')
    await act()
    await loaded
  }

  #ask(method: string, params: object = {}) {
    return this.#line.ask(method, params, this.#session)
  }
}

type Answer = Record<string, unknown>

/** The line to the browser: questions with numbers, and what it tells unasked. */
class DevTools {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>()
  readonly #listening: { session: string; method: string; done: () => void }[] = []
  #asked = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Answer))
  }

  static open(address: string): Promise<DevTools> {
    const socket = new WebSocket(address)
    return new Promise((done, fail) => {
      socket.addEventListener('open', () => done(new DevTools(socket)))
      socket.addEventListener('error', () => fail(new Error(`Chromium does not answer at ${address}.`)))
    })
  }

  ask(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.#asked
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }))
  }

  /** Resolves when a tab next tells something. */
  heard(session: string, method: string): Promise<void> {
    return new Promise((done) => this.#listening.push({ session, method, done }))
  }

  close(): void {
    this.#socket.close()
  }

  #hear({ id, method, sessionId, result, error }: Answer): void {
    const waiting = this.#waiting.get(Number(id))
    this.#waiting.delete(Number(id))
    if (error !== undefined) waiting?.fail(new Error(JSON.stringify(error)))
    else waiting?.done((result ?? {}) as Answer)
    const at = this.#listening.findIndex((one) => one.session === sessionId && one.method === method)
    if (at !== -1) this.#listening.splice(at, 1)[0]?.done()
  }
}

/** Chromium tells on stderr where it listens. */
async function addressOf(process: ChildProcess): Promise<string> {
  if (process.stderr === null) throw new Error('Chromium has no stderr.')
  const lines = createInterface(process.stderr)
  for await (const line of lines) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error('Chromium ended before it listened.')
}

function find(program: string): string | null {
  try {
    return execFileSync('which', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}
