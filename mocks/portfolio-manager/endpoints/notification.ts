import { xml } from '../../../src/toolbox/xml/index.ts'
import { listNotifications } from '../domain/notification.ts'
import { encodeNotifications } from '../wire/notification.ts'
import { flagIn } from './parameters.ts'
import { service } from './service.ts'

export const notification = [
  service(
    'GET /notification/list',
    { name: 'notification.list', basis: 'documented', source: 'DOC, Notification; GUIDE, read once' },
    (c, { store, dialect, base }, caller) => {
      const clear = flagIn(c, 'clear') ?? true
      const environment = base === '/wstest' ? 'test' : 'live'
      const asked = { to: caller, clear, environment } as const
      return xml(
        c,
        encodeNotifications(
          store.change((state, house) => listNotifications(state, asked, house)),
          dialect,
        ),
      )
    },
  ),
]
