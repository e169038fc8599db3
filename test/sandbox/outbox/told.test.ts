import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { asTold, patchTold, withoutPasswords } from '../../../src/sandbox/outbox/told.ts'
import { fileBytes, filesWorld, noticesIn, sendFile } from '../../support/toy/files.ts'

const masked = (secret: string) => fingerprint(secret)

describe('the password of an address', () => {
  test.each([
    ['sftp://ann:secret@127.0.0.1:22/in', `sftp://ann:${masked('secret')}@127.0.0.1:22/in`],
    ['ftp://ann:p@ss@localhost', `ftp://ann:${masked('p@ss')}@localhost`],
    ['sftp://:only@localhost/in', `sftp://:${masked('only')}@localhost/in`],
    ['sftp://ann:my secret@localhost/in', `sftp://ann:${masked('my secret')}@localhost/in`],
    ['https://ann:%40x@localhost?to=bob@here', `https://ann:${masked('%40x')}@localhost?to=bob@here`],
    ['It went to sftp://a:b@h/in, twice.', `It went to sftp://a:${masked('b')}@h/in, twice.`],
  ])('gives way to its fingerprint: %s', (text, told) => {
    expect(withoutPasswords(text)).toBe(told)
  })

  test.each([
    'sftp://ann@127.0.0.1:22/in',
    'http://localhost:4700/path?mail=ann@example.org',
    'http://localhost:4700/people/ann:secret@home',
    'folder:in',
    'ann:secret@example.org',
  ])('is not seen where there is none: %s', (text) => {
    expect(withoutPasswords(text)).toBe(text)
  })
})

test('what has nothing to hide is not copied', () => {
  const args = { as: 'ann', list: [1, { deep: 'http://localhost' }], none: null }

  expect(asTold(args)).toBe(args)
})

test('a change that filed a file is told without its bytes', () => {
  const value = { id: 'notice-1', content: { file: 'a', bytes: 'AAEC' } }

  const told = patchTold({ op: 'add', path: ['outbox', 'notice-1'], value })

  expect(told.value).toEqual({
    id: 'notice-1',
    content: { file: 'a', bytes: { size: 3, sha256: expect.stringMatching(/^ae4b3280/) } },
  })
  expect(patchTold({ op: 'remove', path: ['outbox', 'notice-1'], was: value })).not.toHaveProperty('value')
})

test('neither bytes nor passwords reach the journal, on whatever way', async () => {
  const world = await filesWorld()

  await sendFile(world, 'sftp://ann:secret@192.0.2.1/in')

  const journal = JSON.stringify(world.journal.entries())
  expect(journal).toContain(masked('secret'))
  expect(journal).not.toContain('ann:secret')
  expect(journal).not.toContain(fileBytes.toString('base64').slice(0, 20))
  expect(noticesIn(world)[0]).toMatchObject({ content: { of: 'ann', bytes: { size: 1000 } } })
})

test('a file sent in two worlds of one seed leaves the same journal', async () => {
  const lines = async () => {
    const world = await filesWorld()
    await sendFile(world, 'sftp://ann:secret@192.0.2.1/in')
    return world.journal.entries().map(({ real: _, ...entry }) => entry)
  }

  expect(await lines()).toEqual(await lines())
})
