import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'
import { as } from '../../support/worlds.ts'

const { ask, client, toy } = useControlledToy()

describe('the journal', () => {
  test('is read by endpoint, since a number, the newest first to stay', async () => {
    await client('/count')
    await client('/count', { ...as('ann'), method: 'PUT', body: '7' })
    await client('/count')

    const { body } = await ask().get('/worlds/default/journal?endpoint=count.*&since=1&limit=1').expect(200)

    expect(body.entries).toMatchObject([{ id: 3, endpoint: 'count.read', caller: 'ann', response: { status: 200 } }])
    expect(body).toMatchObject({ lastId: 3, evicted: 0 })
  })

  test('answers a wait as soon as what was waited for happens', async () => {
    const waiting = ask().get('/worlds/default/journal/wait?endpoint=count.write&within=PT5S&since=0')
    const [{ body }] = await Promise.all([waiting, client('/count', { ...as('ann'), method: 'PUT', body: '7' })])

    expect(body.entry).toMatchObject({ endpoint: 'count.write', request: { decoded: { count: 7 } } })
  })

  test('answers a wait with nothing when its bound has passed', async () => {
    await ask().get('/worlds/default/journal/wait?kind=step&within=PT0.01S').expect(200, { entry: null })
    await ask().get('/worlds/default/journal/wait?within=PT1H').expect(400)
  })

  test('is followed line by line until the reader hangs up', async () => {
    await client('/count')
    const hangUp = new AbortController()
    const address = `${toy().address}/_wattproof/worlds/default/journal/follow?since=0&kind=exchange`
    const answer = await fetch(address, { signal: hangUp.signal })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()

    const first = JSON.parse((await reader.read()).value ?? '') as object
    await ask().post('/worlds/default/utility/toyGrid/publish').send({ of: 'ann' })
    await client('/count', as('bob'))
    const second = JSON.parse((await reader.read()).value ?? '') as object
    hangUp.abort()

    expect(first).toMatchObject({ id: 1, endpoint: 'count.read', response: { status: 200 } })
    expect(second).toMatchObject({ endpoint: 'count.read', refusal: { refusal: 'notShared' } })
  })

  test('is exported as JSON lines, as lines that two runs share, and as an HTTP Archive', async () => {
    await client('/count')

    const lines = await ask().get('/worlds/default/journal/export').expect(200)
    const stable = await ask().get('/worlds/default/journal/export?format=stable').expect(200)
    const har = await ask().get('/worlds/default/journal/export?format=har').expect(200)

    expect(JSON.parse(lines.text)).toMatchObject({ kind: 'exchange', real: { at: expect.any(String) } })
    expect(JSON.parse(stable.text)).toMatchObject({ request: { url: 'http://localhost:PORT/api/count' } })
    expect(har.body.log).toMatchObject({ version: '1.2', creator: { version: '1.2.3' }, entries: [{}] })
  })

  test.each(['kind=exchanges', 'since=x', 'endpiont=count.read'])('refuses to be asked by ?%s', async (query) => {
    const { body } = await ask().get(`/worlds/default/journal?${query}`).expect(400)

    expect(body.error.says).toContain(`"${query.split('=')[0]}"`)
  })
})
