import { apiDoor } from './door.ts'
import { curve, daily, peaks } from './metering.ts'

const documented = { basis: 'documented', source: 'SWAGGER, metering v5' } as const

/** Measures as they were read until about 12 October 2026: an API for each resource. */
export const measuresV5 = [
  apiDoor(
    'GET /metering_data_dc/v5/daily_consumption',
    { name: 'dailyConsumption.read', ...documented },
    daily('consumption'),
  ),
  apiDoor(
    'GET /metering_data_clc/v5/consumption_load_curve',
    { name: 'consumptionLoadCurve.read', basis: 'observed', source: 'CAPTURE, consumption_load_curve v5' },
    curve('consumption'),
  ),
  apiDoor('GET /metering_data_dcmp/v5/daily_consumption_max_power', { name: 'maxPower.read', ...documented }, peaks),
  apiDoor(
    'GET /metering_data_dp/v5/daily_production',
    { name: 'dailyProduction.read', ...documented },
    daily('production'),
  ),
  apiDoor(
    'GET /metering_data_plc/v5/production_load_curve',
    { name: 'productionLoadCurve.read', ...documented },
    curve('production'),
  ),
]
