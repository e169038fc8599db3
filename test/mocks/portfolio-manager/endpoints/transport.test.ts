import { describe, expect, test } from 'vitest'
import { accept, elements, errorNumber, links, openWorld } from './client.ts'

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const body = '<dataExchangeSettings/>'
const settings = '/dataExchangeSettings'

test.each(['/ws', '/wstest', '/ws/', '//wstest//'])('answers under %s, with slashes to spare', async (base) => {
  const { get } = await openWorld({})

  const answer = await get('/account/', { base })

  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/xml')
  expect(answer.text.startsWith(`${prolog}<account>`)).toBe(true)
})

describe('the caller', () => {
  const other = (pair: string) => ({ headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } })

  test.each([
    ['no credentials', { headers: { authorization: null } }],
    ['a wrong password', other('acme-energy:wrong')],
    ['an unknown name', other('nobody:Sandbox-2026')],
    ['a customer, who is no web service user', other('olive:Sandbox-2026')],
    ['another scheme', { headers: { authorization: 'Bearer abc' } }],
  ])('with %s is refused in XML', async (_, asking) => {
    const { get } = await openWorld({})

    const answer = await get('/account', asking)

    expect([answer.status, errorNumber(answer)]).toEqual([401, '-200'])
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
    expect(answer.text.startsWith(`${prolog}<response status="Error">`)).toBe(true)
  })

  test.each([
    ['html', 'text/html;charset=utf-8', /^<html>/],
    ['empty', null, /^$/],
  ])('is refused with a body of %s where the switch says so', async (errorBodyFormat, type, text) => {
    const { get, post } = await openWorld({}, { errorBodyFormat })

    const denied = await get('/account', { headers: { authorization: null } })
    const wrong = await post('/share/meter/1', '<nothing/>')

    expect([denied.status, denied.headers.get('content-type')]).toEqual([401, type])
    expect(denied.text).toMatch(text)
    expect(errorNumber(wrong)).toBe('-100')
  })
})

describe('the type of a body', () => {
  test.each([
    ['application/xml', 200],
    ['application/xml; charset=UTF-8', 200],
    ['Application/XML', 200],
    ['text/xml', 415],
    ['application/json', 415],
    [null, 415],
  ])('%s is answered %i', async (type, status) => {
    const { call } = await openWorld({})

    const answer = await call('PUT', settings, body, { headers: { 'content-type': type } })

    // A request without a type would get text/plain from the platform, which is none of XML either.
    expect(answer.status).toBe(status)
  })

  test.each([
    [null, 200],
    ['*/*', 200],
    ['application/xml, text/xml', 200],
    ['text/html, application/*;q=0.8', 200],
    ['application/json', 406],
    ['text/xml', 406],
    ['application/xml;q=0, text/html', 406],
  ])('wanted as %s is answered %i', async (wanted, status) => {
    const { get } = await openWorld({})

    const answer = await get('/account', { headers: { accept: wanted } })

    expect(answer.status).toBe(status)
    expect(answer.text.startsWith(prolog)).toBe(true)
  })
})

test.each([
  ['something that is not XML', '{"action":"Accept"}', 'Not well-formed XML'],
  ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${accept}`, 'a document type declaration is not allowed'],
  ['nothing', undefined, 'Not well-formed XML'],
  [
    'another word',
    '<sharingResponse><action>Yes</action></sharingResponse>',
    "the value 'Yes' is not one of 'Accept', 'Reject'",
  ],
])('%s in place of an answer is refused with -100 and a reason', async (_, text, reason) => {
  const { post } = await openWorld({})

  const answer = await post('/share/meter/1', text)

  expect([answer.status, errorNumber(answer)]).toEqual([400, '-100'])
  expect(elements(answer, 'error')[0]?.attributes['errorDescription']).toContain(reason)
})

describe('paths', () => {
  test('that the provider does not have are answered 404', async () => {
    const { get, world } = await openWorld({})

    const answer = await get('/transfer/property/1')

    expect([answer.status, errorNumber(answer)]).toEqual([404, '-200'])
    expect(world.journal.findings('not-simulated').none()).toBe(true)
  })

  test.each([
    '/association/propertyUse/1/meter',
    '/property/1/design',
    '/meter/1/individual/list',
    '/reports',
    '/targetFinder',
  ])('%s, which we do not simulate, is answered 404 with a finding', async (path) => {
    const { get, world } = await openWorld({})

    const answer = await get(path)

    expect([answer.status, errorNumber(answer)]).toEqual([404, '-200'])
    expect(world.journal.findings('not-simulated').count()).toBe(1)
  })

  test('with another method are answered 405 and say which they take', async () => {
    const { call } = await openWorld({})

    const answer = await call('POST', '/account', '<account/>')

    expect([answer.status, errorNumber(answer)]).toEqual([405, '-200'])
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'PUT'])
  })

  test.each(['/customer/abc', '/property/0', '/meter/-1', '/meter/1e3', '/property/999999'])(
    '%s names nothing that ever was',
    async (path) => {
      const { get } = await openWorld({})

      expect((await get(path)).status).toBe(404)
    },
  )
})

test('while the provider is down for maintenance, everyone is answered 502', async () => {
  const { get, world } = await openWorld({})
  await world.act('portfolioManager', 'utility', 'goDown', {})

  expect((await get('/account')).status).toBe(502)
  await world.act('portfolioManager', 'utility', 'comeBack', {})

  expect((await get('/account')).status).toBe(200)
})

test('an empty list holds an empty links element, or is a 404 where the switch says so', async () => {
  const plain = await openWorld({ accounts: {} })
  const strict = await openWorld({ accounts: {} }, { emptyListStatus: '404' })

  expect((await plain.get('/customer/list')).text).toBe(`${prolog}<response status="Ok"><links/></response>`)
  expect((await strict.get('/customer/list')).status).toBe(404)
})

test('what is created answers 200, or 201 where the switch says so', async () => {
  const field = '<customField name="n" required="true" validCharacters="Any" whenToPrompt="Once"/>'
  const plain = await openWorld({})
  const strict = await openWorld({}, { createStatus: '201' })

  const answer = await plain.post('/dataExchangeSettings/customField', field)

  expect(answer.status).toBe(200)
  expect(links(answer)[0]?.[0]).toBe('This is the GET url for this custom field.')
  expect((await strict.post('/dataExchangeSettings/customField', field)).status).toBe(201)
})
