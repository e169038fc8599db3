import { request, type IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './errors.ts'
import { usualPortBase, type Where } from './options.ts'

/** A defect that the sandbox met on our behalf; its own terminal has the details. */
class RemoteDefect extends Error {}

type Query = Readonly<Record<string, string | number | undefined>>

/** A running sandbox, asked through its control API. */
export class Remote {
  readonly #address: string
  readonly #world: string

  constructor({ portBase, world }: Where) {
    const told = process.env['WATTPROOF_CONTROL_URL']
    this.#address = portBase === undefined && told ? told : `http://127.0.0.1:${portBase ?? usualPortBase}`
    this.#world = world
  }

  /** Asks for something of the world: `get('/clock')`. */
  get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return this.#ask('GET', this.#inWorld(path) + spelled(query))
  }

  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object = {}): Promise<Answer> {
    return this.#ask(method, this.#inWorld(path), body)
  }

  /** The same outside of any world. */
  sendToAll<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    return this.#ask(method, path, body)
  }

  /** The text of an answer that is no single JSON value. */
  async text(path: string, query: Query = {}): Promise<string> {
    const answer = await this.#open('GET', this.#inWorld(path) + spelled(query))
    const text = await textOf(answer)
    if (answer.statusCode === 200) return text
    throw this.#refusal(answer, text)
  }

  /** A file, and the name it goes by. */
  async file(path: string): Promise<{ name: string; bytes: Buffer }> {
    const answer = await this.#open('GET', this.#inWorld(path))
    if (answer.statusCode !== 200) throw this.#refusal(answer, await textOf(answer))
    const [, name = 'file'] = /filename\*=UTF-8''(\S+)/.exec(answer.headers['content-disposition'] ?? '') ?? []
    return { name: basename(decodeURIComponent(name)), bytes: await buffer(answer) }
  }

  /** Lines as they come, until the sandbox ends. */
  async *lines(path: string, query: Query = {}) {
    const answer = await this.#open('GET', this.#inWorld(path) + spelled(query))
    if (answer.statusCode !== 200) throw this.#refusal(answer, await textOf(answer))
    answer.setEncoding('utf8')
    let rest = ''
    try {
      for await (const chunk of answer) {
        const lines = (rest + (chunk as string)).split('\n')
        rest = lines.pop() ?? ''
        yield* lines
      }
    } catch (error) {
      // The sandbox ended, and with it what there is to follow.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
    }
  }

  async #ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.#open(method, path, body)
    const text = await textOf(answer)
    if ((answer.statusCode ?? 500) < 300) return parsed(text, this.#address) as Answer
    throw this.#refusal(answer, text)
  }

  #open(method: string, path: string, body?: object): Promise<IncomingMessage> {
    const token = process.env['WATTPROOF_CONTROL_TOKEN']
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = {
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(token && { authorization: `Bearer ${token}` }),
    }
    return new Promise((done, fail) => {
      request(`${this.#address}/_wattproof${path}`, { method, headers }, done)
        .on('error', (error: NodeJS.ErrnoException) => fail(this.#unreachable(error)))
        .end(text)
    })
  }

  #inWorld(path: string): string {
    return `/worlds/${encodeURIComponent(this.#world)}${path}`
  }

  #unreachable(error: NodeJS.ErrnoException): Error {
    const elsewhere = 'Start one with "npx wattproof up", or name the port of a running one with --port-base.'
    return new UsageError(`No sandbox answers at ${this.#address} (${error.code ?? error.message}). ${elsewhere}`)
  }

  #refusal({ statusCode = 0 }: IncomingMessage, text: string): Error {
    const { error } = parsed(text, this.#address) as { error?: { says?: string } }
    if (error?.says === undefined) return notOurs(this.#address)
    if (statusCode === 401)
      return new UsageError(`${error.says} The command line takes it from WATTPROOF_CONTROL_TOKEN.`)
    return statusCode < 500 ? new UsageError(error.says) : new RemoteDefect(error.says)
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8')
  let text = ''
  for await (const chunk of answer) text += chunk as string
  return text
}

function parsed(text: string, address: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notOurs(address)
  }
}

function notOurs(address: string): Error {
  return new UsageError(
    `Something else than Wattproof answers at ${address}: name the sandbox's port with --port-base.`,
  )
}

function spelled(query: Query): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.set(name, String(value))
  return said.size === 0 ? '' : `?${said.toString()}`
}
