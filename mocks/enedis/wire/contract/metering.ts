import type { MeterType } from '../../model/index.ts'
import type { MeteringView } from '../../views/index.ts'
import { known, knownPart } from './spelling.ts'

/** What meters a usage point, in French words this once. Source: SWAGGER, comptage_auto; INF for the form of powers. */
export function encodeMetering({ meter, powersKva, classes, offPeak }: MeteringView): string {
  return JSON.stringify(
    known({
      dispositifComptage: meter && { typeComptage: { code: meter.type, libelle: meterLabels[meter.type] } },
      compteurs: meter && [
        known({
          numeroSerie: meter.serialNumber,
          regimePropriete: 'Concession',
          ...numbered(
            'puissanceProgrammee',
            powersKva.map((kva) => ({ valeur: String(kva), unite: 'kVA' })),
          ),
          programmationHoraire: knownPart(numbered('posteHoraire', classes)),
        }),
      ],
      relais: offPeak === null ? null : { plageHeuresCreuses: offPeak },
    }),
  )
}

/** `posteHoraire1`, `posteHoraire2` and so on. */
function numbered(name: string, values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at + 1}`, value]))
}

/** What kinds of meters are called. Source: SWAGGER for the codes; INF for most labels. */
export const meterLabels = {
  AMM: 'Compteur Linky',
  LINKYPRO: 'Compteur Linky Pro',
  CBE: 'Compteur Bleu Electronique',
  EMC: 'Compteur Electromécanique',
  CJE: 'Compteur Jaune Electronique',
  CJCE: 'Compteur Jaune Electronique (CJCE)',
  CJDI: 'Compteur Jaune Electronique (CJDI)',
  CVE: 'Compteur Vert Electronique',
  CVT1: 'Compteur Vert de Type 1',
  CVT2: 'Compteur Vert de Type 2',
  CVT3: 'Compteur Vert de Type 3',
  CVST: 'Compteur Vert Simple Tarif',
  CVSS: 'Compteur Vert (CVSS)',
  ICE: 'Interface Clientèle Emeraude',
  ICE4Q: 'Interface Clientèle Emeraude 4 Quadrants',
  PMEI: 'Compteur PME-PMI',
  SAPHIR: 'Compteur Saphir',
  SSCPT: 'Sans compteur',
} as const satisfies Record<MeterType, string>
