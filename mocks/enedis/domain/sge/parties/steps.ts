import { homologationSteps, type HomologationStep } from '../../../model/index.ts'

/** Whether a party has come as far as a step on its way to the web services. */
export function hasReached(
  party: { readonly reached: HomologationStep | null } | undefined,
  step: HomologationStep,
): boolean {
  const reached = party?.reached ?? null
  return reached !== null && homologationSteps.indexOf(reached) >= homologationSteps.indexOf(step)
}
