// The rules that keep rooms apart and code honest; each one stands for a mistake that is dear to find later.
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { fileShape } from './tests/lint/file-shape.mjs';
import { roomImports } from './tests/lint/room-imports.mjs';

/** For the whole tree (`eslint .`) one program of all rooms is faster; for a few files, the program of their room. */
const typeSource = process.argv.includes('.') ? { project: 'tests/lint/tsconfig.json' } : { projectService: true };

const code = ['**/*.{ts,tsx,mjs,js}'];
const configFiles = ['**/*.config.{ts,js}', 'eslint.config.js'];

/** Literals that open a door of Electron, of TLS or of the page; none of them has a place in the app. */
const openDoors = [
  ...[
    ['nodeIntegration', true],
    ['nodeIntegrationInWorker', true],
    ['nodeIntegrationInSubFrames', true],
    ['contextIsolation', false],
    ['sandbox', false],
    ['webSecurity', false],
    ['allowRunningInsecureContent', true],
    ['experimentalFeatures', true],
    ['webviewTag', true],
    ['rejectUnauthorized', false],
  ].map(([name, value]) => ({
    selector: `Property[key.name='${name}'][value.value=${value}]`,
    message: `${name}: ${value} is never set in this app`,
  })),
  {
    selector:
      "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/], CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'HTML reaches a document only through sanitise()',
  },
  { selector: "CallExpression[callee.property.name='executeJavaScript']", message: 'Code does not travel as text' },
];

const injectedClock = 'Take the time from the injected clock, so that tests decide what time it is';
const injectedRandom = 'Take randomness from the injected source, so that tests can repeat it';

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'test-results/', 'node_modules/', '**/*.d.ts', '!shared/ambient.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: code,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    plugins: {
      'import-x': /** @type {any} */ (importX),
      defter: { rules: { 'room-imports': roomImports, 'file-shape': fileShape } },
    },
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: 'module',
      parserOptions: { ...typeSource, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'] })],
      'import-x/external-module-folders': ['node_modules'],
    },
    rules: {
      'defter/room-imports': 'error',
      'defter/file-shape': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'no-restricted-syntax': ['error', ...openDoors],
      'no-console': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Dear, and of little use here: there are no enums (erasableSyntaxOnly), and no class instances that pass as another's.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An async function that awaits nothing is how a synchronous answer meets an asynchronous interface.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Our objects are closures: their methods do not use `this`, and taking one out is how they are passed on.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['electron/sync/engine/**', 'renderer/store/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({
          name,
          message: injectedClock,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: injectedClock },
        { object: 'globalThis', property: 'setTimeout', message: injectedClock },
        { object: 'globalThis', property: 'setInterval', message: injectedClock },
        { object: 'self', property: 'setTimeout', message: injectedClock },
        { object: 'self', property: 'setInterval', message: injectedClock },
        { object: 'Math', property: 'random', message: injectedRandom },
      ],
      'no-restricted-syntax': [
        'error',
        ...openDoors,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: injectedClock },
      ],
    },
  },
  {
    files: ['renderer/app/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['electron/launch/**', 'electron/build.config.ts', 'tests/**', 'eslint.config.js'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and friends are `any`
      'no-restricted-syntax': 'off',
      'max-lines': 'off',
    },
  },
  {
    // JavaScript is checked by the compiler through JSDoc; these rules do not see a JSDoc cast and would report it as `any`.
    files: ['**/*.mjs'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  { files: configFiles, rules: { 'import-x/no-default-export': 'off' } },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
);
