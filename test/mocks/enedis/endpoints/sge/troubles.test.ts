import { expect, test } from 'vitest'
import { openSge, requestOf } from '../../../../support/enedis-sge.ts'

test('SGE fails everywhere for a while, and then answers again', async () => {
  const sge = await openSge()
  await sge.utility('failSge', { lasts: 'PT1H' })

  const failing = [(await sge.ask('recherchePoint')).code, (await sge.ask('commandeCollecte')).code]
  await sge.world.advance('PT1H')

  expect(failing).toEqual(['SGT500', 'SGT500'])
  expect((await sge.ask('recherchePoint')).code).toBe('SGT200')
})

test('one service of SGE fails with the code the story names, until it is mended', async () => {
  const sge = await openSge()
  await sge.utility('failSge', { service: 'commandeCollecte', refusal: 'sgeUnavailable' })

  const codes = [(await sge.ask('recherchePoint')).code, (await sge.ask('commandeCollecte')).code]
  await sge.utility('recoverSge', { service: 'commandeCollecte' })

  expect(codes).toEqual(['SGT200', 'SGT506'])
  expect((await sge.ask('commandeCollecte')).code).toBe('SGT200')
})

test('one usage point has SGE fail, and Data Connect not', async () => {
  const sge = await openSge()
  const pointId = sge.state(({ names }) => names.usagePoint['claire.home'] as string)
  await sge.utility('failSge', { usagePoint: 'home', refusal: 'sgeMeterNotReachable' })

  const theirs = await sge.ask('consultationMesures', { ...requestOf('consultationMesures'), pointId })
  const another = await sge.ask('consultationMesures')

  expect([theirs.code, another.code]).toEqual(['SGT589', 'SGT200'])
})
