import type { EnedisSettings } from '../dialect/index.ts'
import { entryOf, refuse, type Entry, type Refusal } from '../errors/index.ts'
import type { Generation } from '../model/index.ts'
import { throttledBody } from './throttled.ts'

/** Who is told, and by what number the gateway knows the request. */
export type Told = { generation: Generation; requestId: string }

/** A refusal as JSON, in the voice of whoever refuses. Source: the shapes of CAPTURE, ISSUES and SWAGGER. */
export function encodeRefusal(refusal: Refusal, told: Told, dialect: EnedisSettings): string {
  const { code = '', message } = refusal
  switch (entryOf(refusal).shape) {
    case 'fault':
      return isOldGateway(dialect) ? rejected(told) : faultOf(refusal, dialect)
    case 'gateway':
      return isOldGateway(dialect) ? rejected(told) : JSON.stringify(gatewayBody(refusal))
    case 'throttled':
      return throttledBody(message, told, dialect)
    case 'nested':
      return JSON.stringify({ error: { code: Number(code), message } })
    case 'services':
      return JSON.stringify({ code, message })
    case 'oauth':
      return JSON.stringify({ error: code, error_description: message })
    case 'direct':
      return JSON.stringify({ error: code, error_description: message, error_uri: '' })
    default:
      return apiBody(asTold(refusal, dialect), told, dialect)
  }
}

/** Which of its ways of failing the platform chooses is a switch (A5). */
export function asTold(refusal: Refusal, { technicalCode }: EnedisSettings): Refusal {
  if (refusal.refusal !== 'technicalError') return refusal
  switch (technicalCode) {
    case 'ADAM-DC-0500':
      return refuse.technicalException()
    case 'STM-ERR-0000001':
      return refuse.technicalErrorOfCore()
    case 'nested':
      return refuse.technicalErrorNested()
    case 'html':
      return refuse.errorPage()
    case 'technical_error':
      return refusal
  }
}

function apiBody(refusal: Refusal, { generation }: Told, dialect: EnedisSettings): string {
  const entry = entryOf(refusal)
  const code = codeOf(refusal, entry, dialect)
  const message = textOf(refusal, entry, { generation, code }, dialect)
  if (generation === 'v2' && dialect.bodyOfV2 !== 'captures') {
    const body = { code, message }
    return JSON.stringify(dialect.bodyOfV2 === 'swagger' ? body : [body])
  }
  const hasUri = dialect.errorUri === 'always' || (dialect.errorUri === 'v4' && generation === 'v4')
  const uri = hasUri ? { error_uri: 'https://bluecoder.enedis.fr/' } : {}
  return JSON.stringify({ error: code, error_description: message, ...uri })
}

function codeOf({ refusal, code = '' }: Refusal, { documentedCode }: Entry, dialect: EnedisSettings): string {
  if (documentedCode !== undefined && dialect.errorCodes === 'documented') return documentedCode
  if (refusal === 'noConsent') return dialect.consentCode
  if (refusal === 'noData') return dialect.noDataCode
  if (!/^invalid_request$/i.test(code)) return code
  const spelled = {
    asDocumented: code,
    lower: 'invalid_request',
    upper: 'Invalid_request',
    misspelt: 'invalid_resquest',
  }
  return spelled[dialect.invalidRequest]
}

function textOf(
  { message }: Refusal,
  { french = message }: Entry,
  { generation, code }: { generation: Generation; code: string },
  { errorLanguage, finalDots }: EnedisSettings,
): string {
  if (code === 'STM-ERR-0000014') return ''
  const isFrench = errorLanguage === 'french' || (errorLanguage === 'byGeneration' && generation === 'v2')
  const text = isFrench ? french : message
  return finalDots === 'none' ? text.replace(/\.$/, '') : text
}

function faultOf(refusal: Refusal, { expiredToken }: EnedisSettings): string {
  const { code, message } = refusal
  if (refusal.refusal === 'tokenInvalid' && expiredToken === 'emptyJson') return '{}'
  const description =
    refusal.refusal === 'tokenMissing'
      ? "Invalid Credentials. Make sure your API invocation call has a header: 'Authorization : Bearer ACCESS_TOKEN'"
      : 'Invalid Credentials. Make sure you have provided the correct security credentials'
  return JSON.stringify({ fault: { code: Number(code), message, description } })
}

function gatewayBody({ refusal, code, message }: Refusal): object {
  const type = 'Status report'
  switch (refusal) {
    case 'notSubscribed':
      return {
        code,
        message,
        description: 'User is NOT authorized to access the Resource. API Subscription validation failed.',
      }
    case 'wrongMethod':
      return { code, type, message, description: 'Method not allowed for given API resource' }
    default:
      return { code, type, message, description: 'The requested resource is not available.' }
  }
}

/** Source: ISSUES, 2023, whatever the gateway rejected. */
function rejected({ requestId }: Told): string {
  return JSON.stringify({ reasons: [], details: { msgId: `Id-${requestId}` } })
}

function isOldGateway({ gateway }: EnedisSettings): boolean {
  return gateway === '2023'
}
