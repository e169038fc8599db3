import { join } from 'node:path'
import type { CertificateFolder } from './folder.ts'
import { privateFolder, writePrivate } from './private-file.ts'
import { trustStoreOf } from './trust-store.ts'

/** The sandbox's authority in the forms that languages want it in. */
export type TrustFiles = {
  caFile: string
  /** PKCS#12, without a password, for Java. */
  trustStore: string
  /** A folder with settings for PHP, which names its authorities nowhere else. */
  phpFolder: string
}

/** Writes the authority down beside its certificate, once more for every language that reads no PEM by itself. */
export async function writeTrustFiles(folder: CertificateFolder): Promise<TrustFiles> {
  const { certificatePem } = await folder.authority()
  const { caFile } = folder
  const trustStore = join(folder.path, 'ca.p12')
  await writePrivate(trustStore, trustStoreOf(certificatePem, { name: 'wattproof' }))
  const phpFolder = privateFolder(join(folder.path, 'php'))
  await writePrivate(join(phpFolder, 'wattproof.ini'), `curl.cainfo = "${caFile}"\nopenssl.cafile = "${caFile}"\n`)
  return { caFile, trustStore, phpFolder }
}
