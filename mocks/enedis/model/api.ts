/** The APIs an application subscribes to one by one, by the word that stands for each in its address. */
export const apiNames = [
  // Until 17 September 2023.
  'metering_data',
  'customers',
  // Until about 12 October 2026.
  'metering_data_dc',
  'metering_data_clc',
  'metering_data_dcmp',
  'metering_data_dp',
  'metering_data_plc',
  'customers_i',
  'customers_cd',
  'customers_upa',
  'customers_upc',
  // Since 28 September 2026.
  'mesure_synchrone_auto',
  'situation_contrat_auto',
  'synth_contrat_auto',
  'donnees_generales_auto',
  'alimentation_auto',
  'comptage_auto',
  'subscribed_services',
] as const
export type ApiName = (typeof apiNames)[number]

/** Data Connect by its metering API: v4 with codes and refresh tokens, v5, and v2 of 2026. */
export const generations = ['v4', 'v5', 'v2'] as const
export type Generation = (typeof generations)[number]

/** What of a usage point a consent lets read. */
export const dataKinds = [
  'dailyEnergy',
  'loadCurve',
  'maxPower',
  'index',
  'contract',
  'address',
  'identity',
  'contact',
  'supply',
] as const
export type DataKind = (typeof dataKinds)[number]
