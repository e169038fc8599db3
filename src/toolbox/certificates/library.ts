/**
 * What writes certificates, imported on first use only: it takes longer to load than the sandbox takes to start. The
 * library needs reflect-metadata before it, and is named part by part so that a bundle carries no more than that.
 */
import 'reflect-metadata'
export {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
