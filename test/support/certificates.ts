import { SubjectAlternativeNameExtension } from '../../src/toolbox/certificates/library.ts'
import { signLeaf, theCentury, type Leaf, type Validity } from '../../src/toolbox/certificates/mint.ts'
import { mintAuthority } from '../../src/toolbox/certificates/index.ts'

type Wanted = Partial<Validity> & {
  /** Whose name the authority bears. */
  by?: string
  commonName?: string
  hostNames?: readonly string[]
  purpose?: Leaf['purpose']
}

/** A client's certificate with its chain, as PEM, by an authority that bears a name. */
export async function certificateBy({ by = 'GlobalSign RSA OV SSL CA 2018', ...wanted }: Wanted = {}): Promise<string> {
  const { commonName = 'client.acme.example', hostNames = [], purpose = 'clientAuth', ...dates } = wanted
  const names = hostNames.map((value) => ({ type: 'dns' as const, value }))
  const { certificatePem } = await signLeaf(await mintAuthority({ name: by }), {
    name: { organization: 'Acme', commonName },
    keyKind: 'ec-p256',
    validity: { ...theCentury, ...dates },
    purpose,
    ...(names.length > 0 && { extensions: [new SubjectAlternativeNameExtension(names)] }),
  })
  return certificatePem
}
