import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { useControlledToy } from '../../support/control.ts'
import { fileBytes, fileName, filesCard, sendFile } from '../../support/toy/files.ts'

const { ask, toy } = useControlledToy([filesCard])
const world = () => toy().sandbox.world()

describe('the outbox', () => {
  test('lists what was sent, files without bytes and addresses without passwords', async () => {
    await sendFile(world(), 'sftp://ann:secret@192.0.2.1/in')

    const { body, text } = await ask().get('/worlds/default/outbox').expect(200)

    const measured = { size: 1000, sha256: expect.stringMatching(/^[\da-f]{64}$/) }
    expect(body.notices).toMatchObject([
      {
        id: 'notice-1',
        provider: 'toyGrid',
        to: `sftp://ann:${fingerprint('secret')}@192.0.2.1/in`,
        file: { name: fileName, ...measured },
        content: { of: 'ann', file: fileName, bytes: measured },
      },
    ])
    expect(text).not.toContain(fileBytes.toString('base64').slice(0, 20))
  })

  test('shows no more in the state of the world', async () => {
    await sendFile(world(), 'sftp://ann:secret@192.0.2.1/in')

    const { body, text } = await ask().get('/worlds/default/state').expect(200)

    expect(body.outbox['notice-1']).toMatchObject({ kind: 'counts', file: { name: fileName } })
    expect(text).not.toContain('secret')
    expect(text).not.toContain(fileBytes.toString('base64').slice(0, 20))
  })

  test('gives a file as it is, under its name', async () => {
    await sendFile(world(), null, 'Relevé n°1.zip')

    const { body, headers } = await ask().get('/worlds/default/outbox/notice-1/file').buffer(true).expect(200)

    expect(body).toEqual(fileBytes)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''Relev%C3%A9%20n%C2%B01.zip`,
    })
  })

  test('says where there is no such notice, or no file', async () => {
    await world().act('toyGrid', 'utility', 'publish', { of: 'ann' })
    await world().outbox.settled

    const missing = await ask().get('/worlds/default/outbox/notice-2/file').expect(404)
    const other = await ask().get('/worlds/default/outbox/notice-1/file').expect(400)

    expect(missing.body.error.says).toBe('There is no notice "notice-2". Did you mean "notice-1"?')
    expect(other.body.error.says).toBe('Notice "notice-1" is no file: the outbox shows all of it.')
  })
})
