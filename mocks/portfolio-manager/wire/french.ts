import type { Link, Reason } from '../views.ts'

/**
 * How the provider speaks to accounts that chose Canadian French. That it does is documented; the words are ours, and
 * clients must not match them. What a client finds its way by ("next page", names of metrics) stays as it is.
 * Source: DOC, French pages. Basis: inferred.
 */
export function linkInFrench(link: Link): Link {
  return { ...link, linkDescription: inFrench(link.linkDescription) }
}

export function reasonInFrench({ name, description }: Reason): Reason {
  return { name: inFrench(name), description: inFrench(description) }
}

/** A sentence in French; one we have no words for stays in English. */
export function inFrench(text: string): string {
  for (const [english, french] of phrases) {
    const found = english.exec(text)
    if (found) return french(...found.slice(1))
  }
  return text
}

const things: Readonly<Record<string, string>> = {
  Account: 'ce compte',
  Customer: 'ce client',
  Property: 'cette propriété',
  Building: 'ce bâtiment',
  Meter: 'ce compteur',
  'Property Use': 'cette utilisation de la propriété',
  'custom field': 'ce champ personnalisé',
  'custom ID': 'cet identifiant personnalisé',
  "meter's consumption data": 'les données de consommation de ce compteur',
  'property meter association list': 'la liste des compteurs associés à cette propriété',
}
const kinds: Readonly<Record<string, string>> = { energy: 'd’énergie', water: 'd’eau', waste: 'de déchets' }
const kindOf = (english = '') => kinds[english.toLowerCase()] ?? ''
const flaws: Readonly<Record<string, string>> = {
  'has less than 12 full calendar months of data': 'compte moins de 12 mois civils complets de données',
  'has gaps': 'présente des lacunes',
  'has overlaps': 'présente des chevauchements',
  'has single entry more than 65 days': 'compte une entrée de plus de 65 jours',
}
const flawOf = (english = '') => flaws[english] ?? english

const phrases: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^This is the GET url for this (.+)\.$/, (thing = '') => `Voici l’adresse GET pour ${things[thing] ?? thing}.`],
  [
    /^(Energy|Water|Waste) - No meters selected for metrics$/,
    (kind) => `Aucun compteur ${kindOf(kind)} choisi pour les mesures`,
  ],
  [
    /^No (energy|water|waste) meter is associated with the property\.$/,
    (kind) => `Aucun compteur ${kindOf(kind)} n’est associé à la propriété.`,
  ],
  [/^(Energy|Water|Waste) Meter (has .+)$/, (kind, flaw) => `Le compteur ${kindOf(kind)} ${flawOf(flaw)}`],
  [/^The meter (.+) \((\d+)\) (has .+)\.$/, (name, id, flaw) => `Le compteur ${name} (${id}) ${flawOf(flaw)}.`],
  [/^Property has no uses$/, () => 'La propriété n’a aucune utilisation'],
  [/^The property has no property use\.$/, () => 'La propriété n’a aucune utilisation.'],
  [/^Gross Floor Area is 0 ft2$/, () => 'La surface de plancher brute est de 0 pi²'],
  [/^The gross floor area of the property is 0\.$/, () => 'La surface de plancher brute de la propriété est de 0.'],
  [/^Data Center Issue \(.+\)$/, () => 'Centre de données : estimations, configuration ou compteur de TI'],
  [
    /^The property is a data center without an IT energy meter\.$/,
    () => 'La propriété est un centre de données sans compteur d’énergie de TI.',
  ],
  [/^Property type is not eligible to receive a score$/, () => 'Ce type de propriété ne peut pas recevoir de cote'],
  [
    /^Property type is not eligible to receive a water score$/,
    () => 'Ce type de propriété ne peut pas recevoir de cote pour l’eau',
  ],
  [
    /^The property cannot receive an ENERGY STAR score\.$/,
    () => 'La propriété ne peut pas recevoir de cote ENERGY STAR.',
  ],
  [/^The property cannot receive a water score\.$/, () => 'La propriété ne peut pas recevoir de cote pour l’eau.'],
  [
    /^Only multifamily housing receives a water score\.$/,
    () => 'Seuls les logements multifamiliaux reçoivent une cote pour l’eau.',
  ],
]
