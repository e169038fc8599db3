export { lintText, type Linted, type LintOptions } from './lint.ts'
