import type { Operation } from '../kit.ts'
import type { Setting, Words } from '../setting.ts'
import { NoAnswer, Refused } from '../trouble.ts'
import { all, one, text, type Told } from './told.ts'

/** What SGE answered a call: its code with the words for it, and the reply. */
export type Answer = { code: string; text: string; body: Told }

/** The order of a history wants a header; nobody else does. */
export function headerOf(operation: Operation, words: Words, { login }: Setting) {
  if (operation !== 'commanderTransmissionHistoriqueMesures') return undefined
  const namespace = 'http://www.erdf.fr/sge/b2b/dictionnaire/v4.0/dc'
  const content = {
    'dic:enteteP': {
      version: '1.0',
      infoFonctionnelles: { pointId: words['pointId'] },
      infoDemandeur: { loginDemandeur: login },
    },
  }
  return { content, prefix: 'dic', namespace }
}

/** Services without headers say nothing of themselves when all is well. */
export function answerIn([body, , header]: unknown[]): Answer {
  const resultat = one(one(header, 'acquittement') ?? one(header, 'acquittementP'), 'resultat')
  return { code: codeOf(resultat) ?? 'SGT200', text: text(resultat) ?? '', body: body }
}

/** What went wrong: a code that SGE answers with, or no answer that can be read. */
export function troubleIn(operation: Operation, error: unknown): Refused | NoAnswer {
  const { root, response, message } = error as Thrown
  const fault = one(one(one(root, 'Envelope'), 'Body'), 'Fault')
  const detail = one(fault, 'detail')
  const [erreur] =
    typeof detail === 'object' ? Object.values(detail as object).flatMap((each) => all({ each }, 'each')) : []
  const resultat = one(erreur, 'resultat')
  const says = text(resultat) ?? text(one(fault, 'faultstring')) ?? ''
  const code = codeOf(resultat)
  if (code !== undefined && isTechnical(code)) return new NoAnswer(`${operation} failed with ${code}: ${says}`, code)
  if (code !== undefined) return new Refused(operation, { code, text: says })
  const status = response?.status
  if (fault !== undefined) return plainFault(operation, text(one(fault, 'faultstring')) ?? '')
  if (status !== undefined) return new NoAnswer(`${operation} failed with HTTP ${status}.`)
  return new NoAnswer(`${operation} had no answer: ${String(message).slice(0, 200)}`)
}

/** M023 says what it has to say in the fault itself, and of technical trouble no more than that. */
function plainFault(operation: Operation, says: string): Refused | NoAnswer {
  const [, code, text] = /(SGT\w+) ?(.*)/s.exec(says) ?? []
  if (code === undefined || isTechnical(code)) return new NoAnswer(`${operation} failed: ${says}`, code ?? 'SGT500')
  return new Refused(operation, { code, text: text ?? '' })
}

type Thrown = { root?: unknown; response?: { status?: number }; message?: string }

/** Codes of trouble on the platform, which passes. The others of their family are about the caller. */
function isTechnical(code: string): boolean {
  return code === 'SGT500' || code === 'SGT506'
}

function codeOf(resultat: unknown): string | undefined {
  const attributes = one(resultat, 'attributes')
  return text(one(attributes, 'code'))
}
