import { apiDoor } from './door.ts'
import { curve, daily, peaks } from './metering.ts'

const documented = { basis: 'documented', source: 'SWAGGER, metering v4' } as const

/** Measures as they were read until 17 September 2023: one API, whose bodies v5 kept. */
export const measuresV4 = [
  apiDoor(
    'GET /v4/metering_data/daily_consumption',
    { name: 'formerDailyConsumption.read', ...documented },
    daily('consumption'),
  ),
  apiDoor(
    'GET /v4/metering_data/consumption_load_curve',
    { name: 'formerConsumptionLoadCurve.read', ...documented },
    curve('consumption'),
  ),
  apiDoor('GET /v4/metering_data/daily_consumption_max_power', { name: 'formerMaxPower.read', ...documented }, peaks),
  apiDoor(
    'GET /v4/metering_data/daily_production',
    { name: 'formerDailyProduction.read', ...documented },
    daily('production'),
  ),
  apiDoor(
    'GET /v4/metering_data/production_load_curve',
    { name: 'formerProductionLoadCurve.read', ...documented },
    curve('production'),
  ),
]
