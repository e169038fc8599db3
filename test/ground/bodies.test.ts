import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodyOf, spilled, SpillFile } from '../../src/ground/journal/index.ts'

describe('a body in a journal', () => {
  test('is whole up to the bound that somebody said, and a head with a hash beyond it', () => {
    const [short, long] = ['é'.repeat(70_000), 'é'.repeat(70_001)]

    expect(bodyOf('text/plain', short, { wholeUpTo: 70_000 })).toEqual({
      type: 'text/plain',
      length: 70_000,
      text: short,
    })
    expect(bodyOf('text/plain', long, { wholeUpTo: 70_000 })).toMatchObject({
      length: 70_001,
      text: long.slice(0, 64_000),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
  })
})

describe('a file for long texts', () => {
  let [folder, spill]: [string, SpillFile | undefined] = ['', undefined]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
    spill = new SpillFile(join(folder, 'bodies'))
  })
  afterEach(async () => {
    spill?.close()
    await rm(folder, { recursive: true })
  })

  test('gives each of them back as it was, in whatever order they are asked for', () => {
    const texts = ['a'.repeat(20_000), 'é€'.repeat(30_000), 'z'.repeat(16_000)]

    const bodies = texts.map((text) => bodyOf('text/plain', text, { spill }))

    expect(bodies.map(({ text }) => text).toReversed()).toEqual(texts.toReversed())
    expect(bodies.map(({ length }) => length)).toEqual(texts.map(({ length }) => length))
  })

  test('shows them in copies and as JSON too', () => {
    const body = bodyOf('text/plain', 'a'.repeat(20_000), { spill })

    expect((JSON.parse(JSON.stringify(body)) as typeof body).text).toBe(body.text)
    expect({ ...body }.text).toBe(body.text)
  })

  test('is not bothered with short ones', () => {
    const body = { type: 'text/plain', length: 5, text: 'short' }

    expect(spilled(body, spill)).toBe(body)
  })

  test('is gone when it is closed', () => {
    const own = new SpillFile(join(folder, 'own'))

    own.close()

    expect(existsSync(join(folder, 'own'))).toBe(false)
  })
})
