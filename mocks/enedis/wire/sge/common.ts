import {
  boolean,
  date,
  decimal,
  eitherOf,
  integer,
  matching,
  oneOf,
  optional,
  required,
  sequence,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import type { Simple } from '../../../../src/toolbox/xml/shape/index.ts'

/** Text of one to 255 characters, which most words of SGE are. */
export const texte255 = text({ least: 1, most: 255 })
/** Text of one to 15 characters: codes and short ids. */
export const texte15 = text({ least: 1, most: 15 })
/** A PRM: fourteen digits. */
export const pointId = matching('[0-9]{14}')
/** The number of a contract. */
export const contratId = texte15
/** The number of an order. */
export const affaireId = matching('[0-9A-Z]{4,8}')
/** A SIRET. */
export const numSiret = matching('[0-9]{14}')
/** A day. */
export const jour = date
/** Yes or no. */
export const booleen = boolean

const address = (host: string, top: string) =>
  `[0-9a-zA-Z][\\-._0-9a-zA-Z]{0,255}@[0-9a-zA-Z][\\-._0-9a-zA-Z]{${host}}.[a-zA-Z]{${top}}`
/** The login of a user: an address of electronic mail. */
export const login = matching(address('1,255', '2,63'))
/** The login where Enedis's own staff may call too, by the numbers they have. */
export const loginOuNni = matching(`[A-Z0-9]{6}([A-Z0-9]{2})?|${address('0,255', '2,63')}`)
/** The login by the older dictionary. */
export const ancienLogin = matching(
  '[0-9a-zA-Z][\\-._0-9a-zA-Z]{1,255}@[0-9a-zA-Z][\\-._0-9a-zA-Z]{1,255}.[a-zA-Z]{2,6}',
)

/** A code with the words for it, which is how SGE tells most things. */
export const code = <S extends Simple<string>>(kind: S) =>
  sequence({ libelle: optional(texte255) }, { code: required(kind) })
/** The same where the code is none of a list. */
export const codeLibre = code(texte15)
/** Whether and how a point has a contract. */
export const etatContractuel = code(oneOf(['ECRAC', 'INACCE', 'ECRES', 'IMPRO', 'RESIL', 'SERVC']))
/** Domains of voltage. */
export const domainesTension = ['BTINF', 'BTSUP', 'HTA', 'HTB'] as const satisfies readonly string[]
/** Which way the energy goes. */
export const sens = oneOf(['SOUTIRAGE', 'INJECTION'])

const nombre = decimal({ digits: 15 })
/** A power with its unit. */
export const puissance = sequence({ valeur: required(nombre), unite: required(oneOf(['kVA', 'kVAR', 'kW'])) })
/** A length of time with its unit. */
export const duree = sequence({
  valeur: required(nombre),
  unite: required(oneOf(['annee', 'h', 'jour', 'min', 'mois', 'ms', 's', 'semaine'])),
})
/** A whole number of up to fifteen digits. */
export const entier = integer(15)

/** The customer who agreed: a person, or a company by its name. */
export const client = {
  personnePhysique: required(
    sequence({ civilite: optional(texte15), nom: required(texte255), prenom: optional(texte255) }),
  ),
  personneMorale: required(sequence({ denominationSociale: required(texte255) })),
}
/** What the client declares of its customer's agreement. */
export const declarationAccordClient = sequence({ accord: required(booleen), ...eitherOf(client) })
