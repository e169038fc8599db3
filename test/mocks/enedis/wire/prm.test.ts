import { expect, test } from 'vitest'
import { isPrm } from '../../../../mocks/enedis/wire/prm.ts'

test('a usage point number is fourteen digits, and may begin with 0', () => {
  expect(['07151808919109', '25000000000246'].filter(isPrm)).toHaveLength(2)
  expect(['7151808919109', '250000000002460', '2500000000024A', ' 25000000000246', ''].filter(isPrm)).toEqual([])
})
