import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { StreamedBody } from '../../src/toolbox/streamed-body.ts'

const piece = 'watt '.repeat(2_000)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Pieces without end that count how often they were asked for one, and whether they were let go. */
function pieces({ upTo = Infinity } = {}) {
  const state = { drawn: 0, isFreed: false }
  const iterator: Iterator<string> = {
    next: () => (state.drawn < upTo ? (state.drawn++, { value: piece }) : { done: true, value: undefined }),
    return: () => ((state.isFreed = true), { done: true, value: undefined }),
  }
  return { state, iterator }
}

describe('a streamed body', () => {
  test('sends every piece in order, however many make a chunk', async () => {
    const words = Array.from({ length: 50_000 }, (_, at) => `${at},é`)
    const body = new StreamedBody(words[Symbol.iterator](), 'begun:')

    const text = await new Response(body.stream).text()

    expect(text).toBe(`begun:${words.join('')}`)
    expect(body.seen()).toEqual({ length: text.length, text })
    expect(body.ending).toBe('whole')
  })

  test.each(['é', '€', '𝄞', 'a€', '€€€€€€', 'aaaa𝄞𝄞'])('keeps %j whole at the edge of a chunk', async (end) => {
    const pieces = ['x'.repeat(65_536 - end.length) + end, end, 'x'.repeat(70_000), `${end}${end}`]

    const text = await new Response(new StreamedBody(pieces[Symbol.iterator]()).stream).text()

    expect(text).toBe(pieces.join(''))
  })

  test('spells a chunk only when its reader asks for one', async () => {
    const { state, iterator } = pieces()
    const reader = new StreamedBody(iterator).stream.getReader()
    expect(state.drawn).toBe(0)

    await reader.read()
    const afterOne = state.drawn
    await reader.read()

    expect(afterOne).toBe(7)
    expect(state.drawn).toBe(14)
  })

  test('is freed at once when its reader goes away', async () => {
    const { state, iterator } = pieces()
    const body = new StreamedBody(iterator)
    const reader = body.stream.getReader()
    await reader.read()

    await reader.cancel()

    expect(state.isFreed).toBe(true)
    expect(body.ending).toBe('cut')
    expect(body.seen()).toMatchObject({ length: 7 * piece.length, sha256: sha256(piece.repeat(7)) })
  })

  test('keeps the head, the length and the hash of a long text', async () => {
    const { iterator } = pieces({ upTo: 300 })
    const body = new StreamedBody(iterator)

    const text = await new Response(body.stream).text()

    expect(body.seen()).toEqual({ length: 3_000_000, text: text.slice(0, 64_000), sha256: sha256(text) })
  })

  test('tells its end before the last bytes can be read', async () => {
    const { iterator } = pieces({ upTo: 8 })
    const body = new StreamedBody(iterator)
    const heard: string[] = []
    body.whenEnded(() => heard.push(`ended after ${body.length}`))
    const reader = body.stream.getReader()

    await reader.read()
    expect(heard).toEqual([])
    await reader.read()

    expect(heard).toEqual([`ended after ${8 * piece.length}`])
  })

  test('fails its reader where making it fails, and says why', async () => {
    const body = new StreamedBody(
      (function* () {
        yield piece.repeat(10)
        throw new Error('no more watts')
      })(),
    )

    await expect(new Response(body.stream).text()).rejects.toThrow('no more watts')

    expect(body.ending).toBe('broken')
    expect(body.error).toEqual(new Error('no more watts'))
  })
})
