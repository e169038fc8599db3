import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { address, day, timeOfDay } from '../../src/contract/words.ts'

const complaints = (word: v.GenericSchema, told: string) =>
  v.safeParse(word, told).issues?.map(({ message }) => message)

describe('a word of a story', () => {
  test.each([
    [day, '2028-02-29'],
    [timeOfDay, '23:59'],
    [address, 'http://localhost:3000/callback?a=b#c'],
  ])('takes what is one (%#)', (word, told) => {
    expect(complaints(word, told)).toBeUndefined()
  })

  test.each([
    [day, '5 October', 'Write a day: 2026-10-05.'],
    [day, '2026-02-30', 'The calendar has no such day.'],
    [timeOfDay, '24:00', 'Write a time of day: 08:00.'],
    [address, 'callback', 'Write an address: http://localhost:3000/callback.'],
    [address, 'http://localhost/\r\nset-cookie:mine=1', 'An address has no white space.'],
  ])('says what it wants instead (%#)', (word, told, says) => {
    expect(complaints(word, told)).toContain(says)
  })
})
