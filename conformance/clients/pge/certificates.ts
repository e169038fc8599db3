import { readFileSync } from 'node:fs'
import { Agent } from 'undici'
import type { Setting } from './setting.ts'

/** Which certificate is shown. */
export type Showing = 'current' | 'next' | 'none'

/** Connections on which one certificate is shown, and on which only the provider's authority is believed. */
export function agentFor(setting: Setting, shown: Showing): Agent {
  const { authorityFile, certificate, nextCertificate } = setting
  const files = { current: certificate, next: nextCertificate, none: undefined }[shown]
  return new Agent({
    connect: {
      ...(authorityFile !== undefined && { ca: readFileSync(authorityFile) }),
      ...(files && { cert: readFileSync(files.certificate), key: readFileSync(files.key) }),
    },
  })
}
