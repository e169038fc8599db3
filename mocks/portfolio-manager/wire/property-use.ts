import { branch, branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import { refuse } from '../errors/index.ts'
import type { NewUse, NewUseDetail, PropertyUseView, UseDetailView } from '../views.ts'
import { otherPropertyUses } from '../vocabulary/property-uses.ts'
import { auditBlock } from './audit.ts'
import { decodeBody, decodeEither, rootOf } from './body.ts'
import { propertyUse, propertyUseOf, useDetail, useDetails } from './schema/property-use.ts'

/** A detail as its shape reads it, whatever its kind. */
type DetailBody = { value?: string | number; units?: string; currentAsOf?: string; temporary?: boolean }

/** Reads a property use: its root says of which type it is. */
export function decodePropertyUse(text: string): NewUse {
  const root = rootOf(text)
  if (otherPropertyUses.includes(root)) throw refuse.useNotSimulated({ type: root })
  const [type, body] = decodeEither(text, propertyUseOf)
  const details = Object.entries(body.useDetails).map(([name, detail]) => detailOf(name, detail as DetailBody))
  return { type, name: body.name, details }
}

/** Reads the new name of a use. */
export function decodePropertyUseName(text: string): string {
  return decodeBody(text, 'propertyUse', propertyUse).name
}

/** Reads revisions of details, any number of each. */
export function decodeUseDetails(text: string): NewUseDetail[] {
  const body = decodeBody(text, 'useDetails', useDetails) as Record<string, DetailBody[]>
  return Object.entries(body).flatMap(([name, revisions]) => revisions.map((detail) => detailOf(name, detail)))
}

/** Reads one revision that takes the place of another. */
export function decodeUseDetail(text: string): NewUseDetail {
  const [name, detail] = decodeEither(text, useDetail)
  return detailOf(name, detail)
}

function detailOf(detail: string, { value, units, currentAsOf, temporary = false }: DetailBody): NewUseDetail {
  return {
    detail,
    temporary,
    ...(value === undefined ? {} : { value: String(value) }),
    ...(units === undefined ? {} : { units }),
    ...(currentAsOf === undefined ? {} : { currentAsOf }),
  }
}

/** A use with what is true of it today. */
export function encodePropertyUse({ use, details }: PropertyUseView, settings: PmSettings): string {
  const current = branch('useDetails', each(details, detailBlock))
  return documentOf(branch(use.type, leaf('name', use.name), current, auditBlock('audit', use.audit, settings)))
}

/** Every revision of a use's details. */
export function encodeUseDetails(revisions: readonly UseDetailView[]): string {
  return documentOf(branch('useDetails', each(revisions, detailBlock)))
}

function detailBlock({ detail, value, ...revision }: UseDetailView): Markup {
  const { id, currentAsOf, temporary, default: byDefault, units } = revision
  return branchWith(detail, { id, currentAsOf, temporary, default: byDefault, units }, leaf('value', value))
}
