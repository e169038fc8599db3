import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

/** One file that names another: where it points, as a path of the project or a package's name, and how. */
export type Import = { target: string; how: 'at once' | 'when needed' | 'as types' }

/** Everything a file imports, in any of the ways TypeScript has for it. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, how: Import['how']) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ target: targetOf(path, specifier.text), how })
  }
  walk(parse(path, text), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypes(node.importClause) ? 'as types' : 'at once')
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'as types' : 'at once')
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'as types')
    if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0], 'when needed')
  })
  return found
}

/** The words a file uses that ask the machine for time, or for chance that a seed cannot bring back. */
export function machineWordsOf(path: string, text: string): string[] {
  const found: string[] = []
  walk(parse(path, text), (node) => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.getText())
    if (ts.isImportSpecifier(node)) found.push((node.propertyName ?? node.name).text)
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
      found.push('new Date()')
    }
  })
  return found.filter((word) => asksForTime.test(word) || drawsChance.test(word))
}

const asksForTime =
  /^(new Date\(\)|(globalThis\.)?(Date\.now|performance\.now|process\.hrtime|Temporal\.Now)|process\.env\.NODE_ENV)$/
const drawsChance =
  /^(\w+\.)*(Math\.random|randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

function isTypes(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || expression.getText() === 'require'
}

/** `../model.ts` as a path of the project; `hono/jsx` as the package `hono`; `fs` as `node:fs`. */
function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (isBuiltin(specifier)) return specifier.replace(/^(node:)?/, 'node:')
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
