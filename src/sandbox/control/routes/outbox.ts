import { worldRoute } from '../route.ts'

/** What the provider has sent, or could not send; and the files among it. */
export const outboxRoutes = [
  worldRoute(
    'GET /outbox',
    {
      name: 'outbox.list',
      summary: 'Lists the notices that the providers have sent, oldest first.',
      answers: 'Each with address, content and every attempt to deliver it; a file by name, size and hash.',
    },
    ({ world }) => ({ notices: world.outbox.list() }),
  ),
  worldRoute(
    'GET /outbox/:notice/file',
    {
      name: 'outbox.readFile',
      summary: 'Gives the file of a notice, whole, whatever became of its delivery.',
      answers: 'Its bytes; the header content-disposition says its name.',
      media: 'application/octet-stream',
    },
    async ({ world, params }) => {
      const { file, bytes } = await world.outbox.file(params.notice)
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
          'x-content-type-options': 'nosniff',
        },
      })
    },
  ),
]
