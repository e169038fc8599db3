import { createServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { ftpServer, hasFtpd } from '../../support/file-servers/ftp.ts'
import { landed, type FileServer } from '../../support/file-servers/server.ts'
import { fileBytes, fileName, filesFault, filesWorld, sendFile } from '../../support/toy/files.ts'

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})
const serving = async (): Promise<FileServer> => {
  const server = await ftpServer()
  toClose.push(server.close)
  return server
}

describe.runIf(hasFtpd)('a file for an FTP server', () => {
  test('arrives byte for byte, and nothing else is left there', async () => {
    const server = await serving()
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
    expect(world.outbox.list()[0]?.attempts).toEqual([{ at: '2026-03-02T14:00:00.000Z', outcome: 'delivered' }])
  })

  test('with a wrong password fails, and says what to do without the password', async () => {
    const server = await serving()
    const world = await filesWorld()

    await sendFile(world, server.address('ann:wrong-one'))

    expect(await landed(server)).toEqual({})
    expect(world.outbox.list()[0]).toMatchObject({
      to: server.address(`ann:${fingerprint('wrong-one')}`),
      attempts: [
        {
          outcome: 'failed',
          says: 'The file was not sent by FTP: the server does not let "ann" in. Correct user and password in the address, or the key.',
        },
      ],
    })
    expect(JSON.stringify(world.journal.entries())).not.toContain('wrong-one')
  })

  test('for a folder that the server does not have fails, and says what to do', async () => {
    const server = await serving()
    const world = await filesWorld()

    await sendFile(world, `${server.address()}/side`)

    expect(world.outbox.list()[0]?.attempts[0]?.says).toMatch(
      /^The file was not sent by FTP: \/in\/side\/counts-ann.zip could not be written \(5.*\)\. Make its folder, and let/,
    )
  })

  test('arrives cut where it is truncated', async () => {
    const server = await serving()
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'truncated', at: 0.25 }))

    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.subarray(0, 250).toString('base64') })
    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ says: 'Delivered 250 of 1000 bytes.' }])
  })

  test('arrives twice, the second over the first, and late in its time', async () => {
    const server = await serving()
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'twice' }))
    world.faults.arm(filesFault({ kind: 'late', by: 'P1D', after: 1 }))

    await sendFile(world, server.address())
    const [first] = world.outbox.list()
    await sendFile(world, server.address(), 'tomorrow.zip')

    expect(first?.attempts.map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered'])
    expect(Object.keys(await landed(server))).toEqual([fileName])
    await world.advance('P1D')
    expect(await landed(server)).toEqual({
      [fileName]: fileBytes.toString('base64'),
      'tomorrow.zip': fileBytes.toString('base64'),
    })
  })
})

describe('an FTP server', () => {
  test('that is down fails the delivery, and says what to do', async () => {
    const world = await filesWorld()

    await sendFile(world, `ftp://ann:secret@127.0.0.1:${await closedPort()}/in`)

    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { outcome: 'failed', says: expect.stringMatching(/FTP: .*ECONNREFUSED.*\. Start the server there, or correct/) },
    ])
  })

  test('that says nothing fails it in bounded time', async () => {
    const silent = createServer((socket) => void socket.resume())
    await new Promise<void>((open) => silent.listen(0, '127.0.0.1', open))
    toClose.push(() => new Promise((closed) => silent.close(closed)))
    const world = await filesWorld()

    await sendFile(world, `ftp://127.0.0.1:${(silent.address() as AddressInfo).port}/in`)

    expect(world.outbox.list()[0]?.attempts[0]?.says).toBe(
      'The file was not sent by FTP: No answer within five seconds.',
    )
  })
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
