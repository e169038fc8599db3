import { openApi } from '../openapi.ts'
import { route, type Route } from '../route.ts'
import { certificateRoutes } from './certificates.ts'
import { clockRoutes } from './clock.ts'
import { faultRoutes } from './faults.ts'
import { journalRoutes } from './journal.ts'
import { outboxRoutes } from './outbox.ts'
import { settingRoutes } from './settings.ts'
import { stateRoutes } from './state.ts'
import { stepRoutes } from './steps.ts'
import { worldRoutes } from './worlds.ts'

const description = route(
  'GET /openapi.json',
  { name: 'api.describe', summary: 'Describes this API.', answers: 'An OpenAPI 3.1 document.' },
  ({ control }) => openApi(routes, control),
)

/** Everything the control API does. */
export const routes: readonly Route[] = [
  description,
  ...worldRoutes,
  ...stepRoutes,
  ...clockRoutes,
  ...journalRoutes,
  ...stateRoutes,
  ...outboxRoutes,
  ...faultRoutes,
  ...settingRoutes,
  ...certificateRoutes,
]
