import { optional, repeated, required, sequence, text } from '../../../../src/toolbox/xml/shape/index.ts'
import { code, entier } from './common.ts'

const ofCatalogue = code(text({ least: 1, most: 63 }))

/** A service of Enedis's catalogue as an order brings it: its sheet and its option. */
const prestationAvecOption = { rang: required(entier), fiche: required(ofCatalogue), option: optional(ofCatalogue) }
/** The same, with its case. */
const prestationAvecCas = { ...prestationAvecOption, cas: optional(ofCatalogue) }

/** The services of the catalogue that an order brings. */
export const prestations = sequence({
  prestation: repeated(sequence(prestationAvecOption), { least: 1, most: 200 }),
})
/** The same with their cases, and so many of them at most. */
export const prestationsAvecCas = (most: number) =>
  sequence({ prestation: repeated(sequence(prestationAvecCas), { least: 1, most }) })
/** The only one that an order of access brings. */
export const unePrestation = sequence({ prestation: required(sequence(prestationAvecCas)) })
