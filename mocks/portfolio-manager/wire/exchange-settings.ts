import { branch, documentOf, each, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { ExchangeSettings, TermsOfUse } from '../model/index.ts'
import { decodeBody } from './body.ts'
import { dataExchangeSettings } from './schema/exchange-settings.ts'

/** What a PUT of the settings may change: what it left out stays. */
export type ExchangeSettingsBody = Partial<Omit<ExchangeSettings, 'customFields'>>

/** Reads how a provider lets customers share with it. */
export function decodeExchangeSettings(text: string): ExchangeSettingsBody {
  const { supportedMeterTypes, termsOfUse } = decodeBody(text, 'dataExchangeSettings', dataExchangeSettings)
  return {
    ...(supportedMeterTypes ? { supportedMeterTypes: supportedMeterTypes.meterType } : {}),
    ...(termsOfUse ? { termsOfUse: termsFrom(termsOfUse) } : {}),
  }
}

function termsFrom({ text, url }: { text?: string; url?: string }): TermsOfUse {
  if (text !== undefined) return { kind: 'text', text }
  return url === undefined ? { kind: 'none' } : { kind: 'url', url }
}

/** The settings once such a body is written into them: what the body leaves out stays. */
export function settingsAfter(before: Seen, body: ExchangeSettingsBody): Omit<ExchangeSettings, 'customFields'> {
  const { supportedMeterTypes: types, termsOfUse } = before
  return { supportedMeterTypes: types && [...types], termsOfUse, ...body }
}

type Seen = { readonly supportedMeterTypes: readonly string[] | null; readonly termsOfUse: Readonly<TermsOfUse> }

export function encodeExchangeSettings({ supportedMeterTypes: types, termsOfUse }: Seen): string {
  return documentOf(
    branch(
      'dataExchangeSettings',
      types
        ? branch(
            'supportedMeterTypes',
            each(types, (type) => leaf('meterType', type)),
          )
        : nothing,
      branch('termsOfUse', termsBlock(termsOfUse)),
    ),
  )
}

function termsBlock(terms: Readonly<TermsOfUse>): Markup {
  switch (terms.kind) {
    case 'none':
      return leaf('none', '')
    case 'text':
      return leaf('text', terms.text)
    case 'url':
      return leaf('url', terms.url)
  }
}
