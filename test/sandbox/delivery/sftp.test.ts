import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { mintKey } from '../../support/file-servers/key.ts'
import { landed, type FileServer } from '../../support/file-servers/server.ts'
import { sftpServer } from '../../support/file-servers/sftp.ts'
import { hasSshd, sshd } from '../../support/file-servers/sshd.ts'
import { fileBytes, fileName, filesFault, filesWorld, noticesIn, sendFile } from '../../support/toy/files.ts'

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})
const serving = async <S extends FileServer>(server: Promise<S>): Promise<S> => {
  const open = await server
  toClose.push(open.close)
  return open
}

/** A key for ann, and the file that its private half is in. */
async function mintedKey(): Promise<{ publicKey: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'wattproof-key-'))
  toClose.push(() => rm(folder, { recursive: true }))
  const { privateKey, publicKey } = mintKey()
  const file = join(folder, 'id')
  await writeFile(file, privateKey, { mode: 0o600 })
  return { publicKey, file }
}

describe('a file for an SFTP server', () => {
  test('arrives byte for byte, under its own name only when it is whole', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
    expect(server.moved).toEqual([`/in/.${fileName}.part to /in/${fileName}`])
    expect(world.outbox.list()[0]?.attempts).toEqual([{ at: '2026-03-02T14:00:00.000Z', outcome: 'delivered' }])
  })

  test('leaves no connection behind', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()

    await sendFile(world, server.address())
    await Promise.all(
      [...server.connections].map((one) => new Promise<void>((closed) => one.once('close', () => closed()))),
    )

    expect(server.connections.size).toBe(0)
  })

  test('goes by the operator’s key where the address has no password', async () => {
    const { publicKey, file } = await mintedKey()
    const server = await serving(sftpServer({ publicKey }))
    const world = await filesWorld({ sftpKey: file })

    await sendFile(world, server.address('ann'))

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
  })

  test.each([
    ['a wrong password', 'ann:wrong', 'the server does not let "ann" in. Correct user and password in the address'],
    ['no password', 'ann', 'the server does not let "ann" in.'],
    ['a password that is badly spelled', 'ann:%zz', 'the address is not spelled as one'],
  ])('with %s fails, and says what to do', async (_, who, says) => {
    const server = await serving(sftpServer())
    const world = await filesWorld()

    await sendFile(world, server.address(who))

    expect(await landed(server)).toEqual({})
    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { outcome: 'failed', says: expect.stringContaining(`The file was not sent by SFTP: ${says}`) },
    ])
  })

  test('with a key that is not there fails, and says what to do', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld({ sftpKey: '/nowhere/id' })

    await sendFile(world, server.address('ann'))

    expect(world.outbox.list()[0]?.attempts[0]?.says).toBe(
      'The file was not sent by SFTP: the private key in /nowhere/id could not be read (ENOENT). Name another file.',
    )
  })

  test('for a folder that the server does not have fails, and says what to do', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()

    await sendFile(world, `${server.address()}/side`)

    expect(world.outbox.list()[0]?.attempts[0]?.says).toBe(
      `The file was not sent by SFTP: /in/side/${fileName} could not be written (No such file or directory). Make its folder, and let the user write there.`,
    )
  })

  test('that is down fails, and says what to do', async () => {
    const server = await sftpServer()
    await server.close()
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { outcome: 'failed', says: expect.stringMatching(/SFTP: .*ECONNREFUSED.*\. Start the server there, or correct/) },
    ])
  })

  test('that says nothing fails in bounded time', async () => {
    const server = await serving(sftpServer({ silent: true }))
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(world.outbox.list()[0]?.attempts[0]?.says).toBe(
      'The file was not sent by SFTP: No answer within five seconds.',
    )
  })

  test('that hangs up in the middle fails, and takes no half of a file', async () => {
    const server = await serving(sftpServer({ hangsUp: true }))
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      {
        outcome: 'failed',
        says: 'The file was not sent by SFTP: the server hung up before all of it was there. See what the server says about it.',
      },
    ])
    expect(Object.keys(await landed(server))).toEqual([`.${fileName}.part`])
  })

  test('that speaks another language fails', async () => {
    const strange = createServer((socket) => void socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((open) => strange.listen(0, '127.0.0.1', open))
    toClose.push(() => new Promise((closed) => strange.close(closed)))
    const world = await filesWorld()

    await sendFile(world, `sftp://ann:secret@127.0.0.1:${(strange.address() as AddressInfo).port}/in`)

    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'failed' }])
  })

  test('keeps its password out of all that is written down', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'misaddressed' }))

    await sendFile(world, server.address())

    const masked = server.address(`ann:${fingerprint('secret')}`)
    expect(world.outbox.list()[0]).toMatchObject({ to: masked, attempts: [{ to: `${masked}-old`, outcome: 'failed' }] })
    expect(noticesIn(world)[0]?.to).toBe(`${masked}-old`)
    expect(JSON.stringify([world.journal.entries(), world.outbox.list()])).not.toContain('secret')
  })

  test('beyond this machine stays in the outbox, unless the operator allows the host', async () => {
    const world = await filesWorld()

    await sendFile(world, 'sftp://ann:secret@192.0.2.1/in')

    expect(noticesIn(world)[0]).toMatchObject({
      outcome: 'kept',
      says: 'Not delivered to 192.0.2.1: only this machine is called, and hosts the operator allows by name.',
    })
  })
})

describe('a fault of files', () => {
  test('truncated: the beginning arrives, as whole as a file of that length', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'truncated' }))

    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.subarray(0, 500).toString('base64') })
    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { outcome: 'delivered', says: 'Delivered 500 of 1000 bytes.', fault: 'truncated' },
    ])
  })

  test('twice: the same arrives again, over the first', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'twice' }))

    await sendFile(world, server.address())

    expect(server.moved).toHaveLength(2)
    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
  })

  test('late: the file arrives in its time', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'late', by: 'PT8H' }))

    await sendFile(world, server.address())
    expect(await landed(server)).toEqual({})
    await world.advance('PT8H')

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
  })

  test('distrust: nothing is sent to a server whose key the provider does not know', async () => {
    const server = await serving(sftpServer())
    const world = await filesWorld()
    world.faults.arm(filesFault({ kind: 'distrust' }))

    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({})
    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'failed', fault: 'distrust' }])
  })
})

describe.runIf(hasSshd)('a file for OpenSSH’s server', () => {
  test('arrives byte for byte, by a key', async () => {
    const { publicKey, file } = await mintedKey()
    const server = await serving(sshd(publicKey))
    const world = await filesWorld({ sftpKey: file })

    await sendFile(world, server.address())

    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'delivered' }])
    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
  })

  test('takes the place of one with its name', async () => {
    const { publicKey, file } = await mintedKey()
    const server = await serving(sshd(publicKey))
    const world = await filesWorld({ sftpKey: file })
    world.faults.arm(filesFault({ kind: 'truncated' }))

    await sendFile(world, server.address())
    await sendFile(world, server.address())

    expect(await landed(server)).toEqual({ [fileName]: fileBytes.toString('base64') })
  })

  test('is not taken from somebody without a key', async () => {
    const server = await serving(sshd((await mintedKey()).publicKey))
    const world = await filesWorld()

    await sendFile(world, server.address())

    expect(world.outbox.list()[0]?.attempts[0]?.says).toContain('the server does not let "')
    expect(await landed(server)).toEqual({})
  })
})
