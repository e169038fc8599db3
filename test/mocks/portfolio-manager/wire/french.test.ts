import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inFrench } from '../../../../mocks/portfolio-manager/wire/french.ts'
import { linkTo, pageLinks } from '../../../../mocks/portfolio-manager/wire/links.ts'

test('every link has French words of its own', () => {
  const item = { id: '7' as never }
  const { customField, identifier, ...others } = linkTo
  const all = [
    ...Object.values(others).map((link) => link(item)),
    customField(item.id),
    identifier({ property: item.id }, item.id),
  ]

  const french = all.map(({ linkDescription }) => inFrench(linkDescription))

  expect(french.filter((text) => !/^Voici l’adresse GET pour (ce|cet|cette|les|la) [^A-Z]+\.$/.test(text))).toEqual([])
})

test('every reason for no score has French words of its own', () => {
  const source = readFileSync('mocks/portfolio-manager/domain/metrics/reasons.ts', 'utf8')
  const written = [...source.matchAll(/(?:name|description): ['`](.+?)['`](?:,| })/g)].map(([, text = '']) =>
    text
      .replace('${noun}', 'Water')
      .replace('${category}', 'water')
      .replace('${meter.details.name} (${meter.id})', 'Power (20)')
      .replace('${sayings[flaw]}', 'has gaps'),
  )
  const flaws = [...source.matchAll(/: '(has .+)',/g)].map(([, flaw]) => `Energy Meter ${flaw}`)

  const untranslated = [...written, ...flaws].filter((text) =>
    /\b(The|the|has|is|Meter|Property)\b/.test(inFrench(text)),
  )

  expect(written.length).toBeGreaterThan(10)
  expect(flaws).toHaveLength(4)
  expect(untranslated).toEqual([])
})

test('what a client finds its way by stays as it is', () => {
  const [next] = pageLinks({ next: 2 }, { path: '/connect/account/pending/list' })

  expect(inFrench(next?.linkDescription ?? '')).toBe('next page')
})
