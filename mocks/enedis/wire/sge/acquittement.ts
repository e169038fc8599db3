import type { ContentOf } from '../../../../src/toolbox/soap/index.ts'
import type { acquittement, acquittementP, entete, enteteP } from './headers.ts'

const resultat = { value: 'Succès', code: 'SGT200' }

/** What a reply says of itself: that all went well, and what the request said of itself. */
export function acquittementDe(said: ContentOf<typeof entete> | undefined): ContentOf<typeof acquittement> {
  const { infoFonctionnelles, infoDemandeur } = said ?? {}
  return { resultat, ...(infoFonctionnelles && { infoFonctionnelles }), ...(infoDemandeur && { infoDemandeur }) }
}

/** The same by the older dictionary, which always names the point, who asked, and the order that came of it. */
export function acquittementPDe(
  said: ContentOf<typeof enteteP> | undefined,
  { pointId, loginDemandeur, affaireId }: { pointId: string; loginDemandeur: string; affaireId: string },
): ContentOf<typeof acquittementP> {
  return {
    resultat,
    infoFonctionnelles: { pointId, affaireId },
    infoDemandeur: said?.infoDemandeur ?? { loginDemandeur },
  }
}
