import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { codeLibre, duree, puissance, texte15, texte255 } from './common.ts'

const classeTemporelle = sequence(
  { libelle: optional(texte255), puissance: required(puissance) },
  { code: required(texte15) },
)

/** The tariff of a point and the power it subscribes to. */
export const situationContractuelle = sequence({
  structureTarifaire: optional(
    sequence({
      formuleTarifaireAcheminement: optional(codeLibre),
      longueUtilisation: optional(sequence({ contexte: required(codeLibre), forfait: optional(duree) })),
      puissanceSouscriteMax: optional(puissance),
      denivelePuissances: optional(
        sequence({
          classesTemporelles: optional(
            sequence({ classeTemporelle: repeated(classeTemporelle, { least: 1, most: 200 }) }),
          ),
        }),
      ),
      calendrierFrn: optional(codeLibre),
    }),
  ),
})
