import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandClient, servedClient } from '../../conformance/client/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A command that runs a few lines of JavaScript. */
async function script(text: string): Promise<string> {
  const file = join(folder, 'client.mjs')
  await writeFile(file, text)
  return `"${process.execPath}" "${file}"`
}

describe('a command', () => {
  test('is asked by its environment, and says what it concluded in lines of its own', async () => {
    const client = commandClient(
      await script(`
        console.log('working')
        console.log('wattproof: ' + JSON.stringify({ asked: process.env.WATTPROOF_ASK, now: process.env.WATTPROOF_NOW }))
        console.error('wattproof: not json')
      `),
    )

    const answered = await client.ask({ ask: 'sync', env: { WATTPROOF_NOW: '2026-03-02T14:00:00.000Z' } })

    expect(answered).toEqual({
      exit: 0,
      hung: false,
      output: expect.stringMatching(/working[\s\S]*wattproof: not json|wattproof: not json[\s\S]*working/) as string,
      words: [{ asked: 'sync', now: '2026-03-02T14:00:00.000Z' }],
    })
  })

  test('may fail, and its exit code and last words are kept', async () => {
    const client = commandClient('echo "no such host" >&2; exit 3')

    const answered = await client.ask({ ask: 'sync', env: {} })

    expect(answered).toMatchObject({ exit: 3, hung: false, output: 'no such host' })
  })

  test('that hangs is stopped after its bound, together with what it started', async () => {
    const client = commandClient('sleep 60 & echo $!; wait', { boundMs: 100 })

    const answered = await client.ask({ ask: 'sync', env: {} })

    expect(answered).toMatchObject({ exit: null, hung: true })
    // What has died may stand in the table until somebody asks for it.
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', answered.output.trim()], { encoding: 'utf8' })
    expect(stdout.trim()).toMatch(/^(Z.*)?$/)
  })
})

describe('a client that serves', () => {
  const serving = `
    import { createServer } from 'node:http'
    const url = new URL(process.env.WATTPROOF_CLIENT_URL)
    let asks = 0
    createServer(async (request, response) => {
      if (request.method === 'GET') return response.end('ready')
      let body = ''
      for await (const chunk of request) body += chunk
      const { ask, now, with: told } = JSON.parse(body)
      console.log('wattproof: ' + JSON.stringify({ asks: ++asks, ask, now, told, kept: process.env.WATTPROOF_WITH }))
      response.statusCode = ask === 'fail' ? 500 : 200
      response.end('wattproof: {"idle":true}')
    }).listen(Number(url.port), url.hostname)
  `

  test('is started once for a story, asked over HTTP, and ended with it', async () => {
    const client = servedClient(await script(serving))
    try {
      const first = await client.ask({
        ask: 'sync',
        env: { WATTPROOF_NOW: '2026-03-02T14:00:00.000Z', WATTPROOF_WITH: '{"case":"ADP-R1"}' },
      })
      const second = await client.ask({ ask: 'fail', env: { WATTPROOF_NOW: '2026-03-03T14:00:00.000Z' } })

      expect(first).toMatchObject({ exit: 0, hung: false })
      expect(first.words).toEqual([
        { asks: 1, ask: 'sync', now: '2026-03-02T14:00:00.000Z', told: { case: 'ADP-R1' } },
        { idle: true },
      ])
      expect(second).toMatchObject({ exit: 1, hung: false })
      expect(second.words[0]).toEqual({ asks: 2, ask: 'fail', now: '2026-03-03T14:00:00.000Z' })
    } finally {
      await client.stop?.()
    }
    const again = await client.ask({ ask: 'sync', env: {} })
    expect(again.words[0]).toMatchObject({ asks: 1 })
    await client.stop?.()
  })

  test('that ends before it serves says so', async () => {
    const client = servedClient('echo "port is taken"; exit 1')

    const answered = await client.ask({ ask: 'sync', env: {} })

    expect(answered).toMatchObject({ exit: 1 })
    expect(answered.output).toMatch(/The client ended before it answered at http.*port is taken/s)
  })

  test('that never answers is given up after its bound', async () => {
    const client = servedClient('sleep 5', { boundMs: 150 })

    const answered = await client.ask({ ask: 'sync', env: {} })

    expect(answered.output).toMatch(/did not answer GET http.* within 150 ms/)
  })
})
