import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { isZip, unzipped, zipped } from '../../src/toolbox/zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const files = [
  { name: 'b.xml', bytes: bytes('<Courbe/>'.repeat(500)) },
  { name: 'à.csv', bytes: bytes('\uFEFFHorodate;Valeur\n') },
]
const paris = { at: '2026-11-16T07:00:04.000Z', zone: 'Europe/Paris' }

/** What Python makes of an archive: names, sizes, and when each file is said to have been written. */
const script = `
import sys, io, json, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
print(json.dumps([[i.filename, i.file_size, list(i.date_time), z.read(i).decode()[:20]] for i in z.infolist()]))
`
const seenByPython = (archive: Uint8Array): unknown =>
  JSON.parse(execFileSync('python3', ['-c', script], { input: archive, encoding: 'utf8' }))

test('another reader finds the files, in their order, written when the world says', () => {
  const seen = seenByPython(zipped(files, paris))

  expect(seen).toEqual([
    ['b.xml', 4500, [2026, 11, 16, 8, 0, 4], '<Courbe/><Courbe/><C'],
    ['à.csv', 19, [2026, 11, 16, 8, 0, 4], '\uFEFFHorodate;Valeur\n'],
  ])
})

test('the same files are the same bytes wherever the machine stands', () => {
  const here = process.env['TZ']
  const archives = ['Europe/Paris', 'America/Los_Angeles', 'Asia/Kolkata'].map((zone) => {
    process.env['TZ'] = zone
    return Buffer.from(zipped(files, paris)).toString('hex')
  })
  if (here === undefined) delete process.env['TZ']
  else process.env['TZ'] = here

  expect(new Set(archives).size).toBe(1)
})

test('what was packed is unpacked', () => {
  const archive = zipped(files, paris)

  expect(unzipped(archive)).toEqual(files)
  expect([isZip(archive), isZip(zipped([], paris)), isZip(archive.subarray(1))]).toEqual([true, true, false])
})

test('an archive holds no two files of one name, and none from before zip', () => {
  expect(() => zipped([...files, ...files], paris)).toThrow('b.xml is in it twice')
  expect(() => zipped(files, { ...paris, at: '1979-06-01T00:00:00.000Z' })).toThrow(RangeError)
})
