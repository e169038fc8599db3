import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../../src/ground/nearest.ts'

test('finds the word that was meant', () => {
  expect(nearest('shareProprety', ['shareMeters', 'shareProperty', 'editAccess'])).toBe('shareProperty')
})

test('finds nothing where nothing is close', () => {
  expect(nearest('xyzzy', ['shareProperty'])).toBeUndefined()
})

test('lists what there is when no word was meant', () => {
  expect(didYouMean('xyzzy', ['keep', 'remove'])).toBe('Known: keep, remove.')
  expect(didYouMean('kepe', ['keep', 'remove'])).toBe('Did you mean "keep"?')
})
