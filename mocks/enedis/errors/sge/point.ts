import type { Entry } from '../shapes.ts'
import { ours, seen } from './entries.ts'

/** Why nothing can be done on a point. */
export const point = {
  sgePointUnknown: seen('SGT401', 'Demande non recevable : point inexistant', 'ADP-NR1'),
  sgePointTerminated: ours('SGT488', 'Demande non recevable : point résilié.'),
  sgeNothingAvailable: ours('SGT495', "Aucune donnée n'est disponible pour ce point."),
  sgePointWithoutContract: ours('SGT4M1', 'La demande ne peut pas porter sur un point résilié.'),
  sgePointNeverCommissioned: ours(
    'SGT4M2',
    "La demande ne peut pas porter sur un point qui n'a jamais été mis en service.",
  ),
  sgePointUnconnected: ours('SGT4M3', 'La demande ne peut pas porter sur un point qui nécessite un raccordement.'),
  sgePointNotReceived: ours('SGT4M4', "La demande ne peut pas porter sur un point qui n'est pas réceptionné."),
  sgeContractualState: ours('SGT4M6', "L'état contractuel du point ne permet pas la demande."),
  sgePointRegroups: ours('SGT4M7', 'La demande ne peut pas porter sur un point de regroupement.'),
  sgePointProduces: ours('SGT466', 'La demande ne peut pas porter sur un point producteur.'),
  sgePointProvisional: ours('SGT445', 'La demande ne peut pas porter sur un point en alimentation provisoire.'),
  sgeSupplyState: ours('SGT4B2', "L'état d'alimentation du point ne permet pas la demande."),
} as const satisfies Readonly<Record<string, Entry>>
