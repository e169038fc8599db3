/** What Enedis's people say of a step that is not to be taken yet, or not again. Wordings are ours. */
export const sgeAlerts = {
  sgeStepTooEarly: {
    says: ({ before }: { before: string }) => `Étape prématurée : il manque « ${before} ».`,
    basis: 'documented',
    source: 'FAQ, homologation: the steps and their order; the wording is ours',
  },
  sgeStepDone: {
    says: ({ step }: { step: string }) => `Étape déjà faite : « ${step} ».`,
    basis: 'inferred',
    source: 'FAQ, homologation: the steps and their order; INF, that each is done once',
  },
  sgeSecondMeeting: {
    says: "La réunion de lancement a déjà eu lieu : il n'y en a qu'une.",
    basis: 'documented',
    source: 'FAQ, homologation: one launch meeting and no other; the wording is ours',
  },
  sgeUserExists: {
    says: ({ login }: { login: string }) => `L'utilisateur ${login} existe déjà.`,
    basis: 'inferred',
    source: 'FAQ, users are created by habilitateurs; INF, a login is created once',
  },
} as const
