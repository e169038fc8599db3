import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

// Patterns count from the folder ESLint is started in, the project's own: `--config` does not move them here.
const house = ['src/**/*.{ts,tsx}', 'mocks/**/*.{ts,tsx}', 'conformance/**/*.{ts,tsx}']
const tests = ['test/**/*.{ts,tsx}']

const askTheWorld =
  'Ask the world: its clock for time, its ids for chance. Measurements ask `machine` of src/ground/clock.ts.'
const onlyTheClockKnows = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: askTheWorld },
    { object: 'performance', property: 'now', message: askTheWorld },
    { object: 'process', property: 'hrtime', message: askTheWorld },
    { object: 'Math', property: 'random', message: askTheWorld },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: askTheWorld },
    { selector: 'CallExpression[callee.name="Date"]', message: askTheWorld },
    { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: askTheWorld },
    { selector: 'MemberExpression[property.name="NODE_ENV"]', message: 'Behave alike everywhere, or take a setting.' },
  ],
}

const typesMustKnow = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-condition': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.wattproof/', 'test/bench/results/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: [...house, ...tests, '.config/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)) },
    },
    rules: typesMustKnow,
  },
  { files: [...house, ...tests], ignores: ['src/ground/clock.ts', 'test/bench/**'], rules: onlyTheClockKnows },
)
