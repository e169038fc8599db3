import type { EnedisSettings } from '../../dialect/index.ts'
import type { ServiceLevel, UsagePointState, VoltageDomain } from '../../model/index.ts'
import type { GeneralView, SupplyView, SynthesisView } from '../../views/index.ts'
import { dated, known, power } from './spelling.ts'

/** The essence of a usage point's contracts. Source: SWAGGER and CAPTURE, synth_contrat_auto (R24). */
export function encodeSynthesis(
  { segments, activatedOn, powerChangedOn, servicesLevel }: SynthesisView,
  { servicesLevel: told }: Pick<EnedisSettings, 'servicesLevel'>,
): string {
  return JSON.stringify(
    known({
      segments: segments.map((segment) => ({ segment })),
      generation_last_activation_date: activatedOn.production && dated(activatedOn.production),
      consumption_last_activation_date: activatedOn.consumption && dated(activatedOn.consumption),
      last_subscribed_power_change_date: powerChangedOn && dated(powerChangedOn),
      services_level: told === 'code' ? servicesLevel : levels[servicesLevel],
    }),
  )
}

/** Source: CAPTURE for level 2; INF for the others, after FAQ. */
const levels = {
  '0': 'Non communicant',
  '1': 'Communicant (non ouvert aux services)',
  '2': 'Communicant (ouvert aux services)',
} as const satisfies Record<ServiceLevel, string>

/** Where a usage point is. Source: SWAGGER, donnees_generales_auto. */
export function encodeGeneral(at: GeneralView): string {
  const address = known({
    staircase_floor_apartment: at.staircaseFloorApartment,
    building: at.building,
    number_street_name: at.numberAndStreet,
    locality: at.locality,
    postal_code_city: `${at.postalCode} ${at.city}`,
    insee_code: at.inseeCode,
  })
  return JSON.stringify({ address })
}

/** How the grid feeds a usage point; its meter's number is a number here. Source: SWAGGER, alimentation_auto. */
export function encodeSupply({ serialNumber, state, domain, phases, connectionPowerKva }: SupplyView): string {
  const isNumber = serialNumber !== null && /^\d{1,15}$/.test(serialNumber)
  return JSON.stringify(
    known({
      serial_number: isNumber ? Number(serialNumber) : serialNumber,
      connection_state: connectionStates[state],
      voltage_level: voltageLevels[domain],
      phase_count: phases,
      consumption_connection_power: power(connectionPowerKva.consumption),
      generation_connection_power: power(connectionPowerKva.production),
      nominal_service_voltage: { value: domain === 'HTA' ? '20000' : phases === 1 ? '230' : '400', unit: 'V' },
    }),
  )
}

/** Source: INF; the words for these are not public. */
const connectionStates = {
  SERVC: 'Alimenté',
  ECRES: 'Alimenté',
  RESIL: 'Coupé',
  ECRAC: 'Coupé',
  INACCE: 'Coupé',
  IMPRO: 'Coupé',
} as const satisfies Record<UsagePointState, string>

/** Source: INF, after the segments of FAQ. */
const voltageLevels = {
  BTINF: 'BT<=36kVA',
  BTSUP: 'BT>36kVA',
  HTA: 'HTA',
} as const satisfies Record<VoltageDomain, string>
