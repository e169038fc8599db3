import { branch, branchWith, documentOf, each } from '../../../src/toolbox/xml/index.ts'

/** What an account may put on its front page. Source: XSD26, billboardMetricsType. */
export function encodeBillboardMetrics(names: readonly string[]): string {
  const metrics = each(names, (name) => branchWith('metric', { name, dataType: 'numeric' }))
  return documentOf(branch('billboardMetrics', metrics))
}
