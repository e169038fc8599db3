import { applications } from './applications.ts'
import { consents } from './consents.ts'
import { meters } from './meters.ts'
import { readings } from './readings.ts'
import { service } from './service.ts'
import { flows } from './sge/flows.ts'
import { homologation } from './sge/homologation.ts'
import { keys } from './sge/keys.ts'
import { troubles } from './sge/troubles.ts'
import { services } from './sge/services.ts'

/** Everything that Enedis's own people and machines do, by name. */
export const utility = {
  ...applications,
  ...consents,
  ...meters,
  ...readings,
  ...service,
  ...flows,
  ...homologation,
  ...keys,
  ...troubles,
  ...services,
}
