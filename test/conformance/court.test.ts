import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { moduleClient, type AskContext } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'
import { clientOf } from '../support/wrong-clients/index.ts'

const court = new Court()
afterAll(() => court.close())

const play = (sync: (context: AskContext) => Promise<void>, options = {}) =>
  court.play('portfolio-manager/new-meter', 'portfolioManager', moduleClient('toy', { asks: { sync } }, options))

/** Whether another program that looks for an address may have this one. */
async function mayReserve(url = ''): Promise<boolean> {
  const mark = createSocket('udp4')
  const bound = once(mark.bind({ port: Number(new URL(url).port), address: '127.0.0.1' }), 'listening')
  const may = await bound.then(
    () => true,
    () => false,
  )
  mark.close()
  return may
}

describe('a story played in court', () => {
  test('asks the client in turn, and keeps what it did and said with the turn in which it did so', async () => {
    const { turns, said, journal, speaks } = await play(async ({ env, say }) => {
      await fetch(`${env['WATTPROOF_PM_URL']}/account`)
      say({ now: env['WATTPROOF_NOW'] })
    })

    expect(turns.map(({ ask, exit }) => [ask, exit])).toEqual([
      ['sync', 0],
      ['sync', 0],
    ])
    const calls = journal.calls('account.read').list()
    expect(calls.map(({ id }) => turns.findIndex((turn) => id > turn.id && id <= turn.until))).toEqual([0, 1])
    expect(said.map(({ words }) => words['now'])).toEqual(['2026-03-02T14:00:00.000Z', '2026-03-09T13:00:00.000Z'])
    expect(speaks).toBe(true)
  })

  test('tells the client where to go, who it is, what time it is and how quick', async () => {
    const seen: Record<string, string>[] = []

    await play(async ({ env }) => void seen.push({ ...env }))

    const [first] = seen
    expect(first?.['WATTPROOF_PM_URL']).toMatch(/^http:\/\/localhost:\d+\/wstest$/)
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining([
        ...['WATTPROOF_PM_USERNAME', 'WATTPROOF_PM_PASSWORD', 'WATTPROOF_CA_FILE'],
        ...['WATTPROOF_NOW', 'WATTPROOF_PACE', 'WATTPROOF_STATE_DIR'],
      ]),
    )
    expect(first?.['WATTPROOF_PACE']).toBe('100')
  })

  test('keeps the client’s address for it until the story is over, though it may listen in its turns only', async () => {
    const given: string[] = []
    const others: boolean[] = []

    await play(async ({ env }) => {
      given.push(env['WATTPROOF_CLIENT_URL'] ?? '')
      others.push(await mayReserve(given[0]))
    })

    expect(new Set(given).size).toBe(1)
    expect([...others, await mayReserve(given[0])]).toEqual([false, false, true])
  })

  test('gives the client a folder that lasts for the story and no longer', async () => {
    const found: boolean[] = []
    let folder = ''

    await play(async ({ env }) => {
      folder = env['WATTPROOF_STATE_DIR'] ?? ''
      found.push(existsSync(join(folder, 'seen')))
      writeFileSync(join(folder, 'seen'), '')
    })

    expect(found).toEqual([false, true])
    expect(existsSync(folder)).toBe(false)
  })

  test('gives the client a folder for files of its providers, anew for each story', async () => {
    const seen: [folder: string, holds: string[]][] = []
    const look = async ({ env }: AskContext) => {
      const folder = env['WATTPROOF_DEPOSITS'] ?? ''
      seen.push([folder, readdirSync(folder)])
    }

    await play(look)
    await play(look)

    expect(seen.map(([, holds]) => holds)).toEqual([...Array(4)].map(() => ['portfolio-manager']))
    expect(new Set(seen.map(([folder]) => folder)).size).toBe(2)
    expect(seen.map(([folder]) => existsSync(folder))).toEqual([false, false, false, false])
  })

  test('goes on after a client that failed, and notes how it ended', async () => {
    const { turns, journal } = await play(() => Promise.reject(new Error('no network')))

    expect(turns.map(({ exit }) => exit)).toEqual([1, 1])
    expect(journal.findings('client.exit').first()?.says).toContain('Asked to sync, the client ended with exit code 1.')
  })

  test('stops a client that hangs, and judges it on what it did', async () => {
    const { turns, journal } = await play(
      async ({ env }) => {
        await fetch(`${env['WATTPROOF_PM_URL']}/account`)
        await new Promise(() => undefined)
      },
      { boundMs: 50 },
    )

    expect(turns.map(({ exit, hung }) => [exit, hung])).toEqual([
      [null, true],
      [null, true],
    ])
    expect(journal.calls('account.read').count()).toBe(2)
  })

  test('does not know the clock of a client that leaves no mark', async () => {
    const own = await play(async () => undefined)
    const shifted = await play(async ({ env }) => {
      writeFileSync(join(env['WATTPROOF_STATE_DIR'] ?? '', '.clock-shifted'), '')
    })

    expect([own.clock, shifted.clock]).toEqual(['unknown', 'shifted'])
  })

  test('keeps answers of any usual length whole, for as long as the court sits', async () => {
    const { journal } = await court.play('pge/several-meters', 'pge', clientOf('pge'))

    const bodies = journal
      .calls()
      .list()
      .flatMap(({ response }) => response?.body ?? [])
    const longest = bodies.reduce((a, b) => (a.length > b.length ? a : b))
    expect(longest.length).toBeGreaterThan(1_000_000)
    expect(longest.sha256).toBeUndefined()
    expect(longest.text.length).toBeGreaterThan(1_000_000)
    expect(longest.text.trimEnd()).toMatch(/<\/\w+:feed>$/)
  })

  test('tells a client that does not know what it is asked that this is so', async () => {
    const client = moduleClient('toy', { asks: {} })

    const { turns } = await court.play('portfolio-manager/new-meter', 'portfolioManager', client)

    expect(turns[0]).toMatchObject({ exit: 2, output: 'The client does not know the ask "sync".' })
  })
})
