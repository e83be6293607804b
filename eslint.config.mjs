import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importsRule } from './lint/imports-rule.mjs';

const CODE = ['**/*.ts', '**/*.tsx'];
const WORD_CLASSES = 'knows only the letters A to Z: on Arabic text it never matches. Use \\p{L}, \\p{N} and lookarounds with the flag u.';
const ENVIRONMENT = {
  object: 'process', property: 'env', message: 'Only server/config.ts reads the environment: take a Config, or a value of it, as a parameter.',
};
const EXIT = { object: 'process', property: 'exit', message: 'Only server/main.ts ends the process: throw, or answer an exit code.' };

export default tseslint.config(
  { ignores: ['node_modules/', '.next*/', '.data*/', 'server/db/generated/', 'test-results/', 'playwright-report/', 'next-env.d.ts', 'public/', '**/*.tmp.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: [...CODE, '**/*.mjs'],
    plugins: { marsad: { rules: { imports: importsRule } }, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], alias: { '@': [import.meta.dirname] } })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'marsad/imports': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  {
    files: CODE,
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      // these need types
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  { files: ['**/*.mjs'], rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },

  {
    files: ['app/**', 'components/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', 'react-hooks/static-components': 'error' },
  },

  { files: ['lib/**', 'components/**', 'app/**', 'server/**'], rules: { 'no-restricted-properties': ['error', ENVIRONMENT, EXIT] } },
  { files: ['server/config.ts'], rules: { 'no-restricted-properties': ['error', EXIT] } },
  { files: ['server/main.ts'], rules: { 'no-restricted-properties': ['error', ENVIRONMENT] } },

  {
    files: ['server/ingest/**', 'server/tagging/**', 'lib/text/**'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: 'Literal[regex.pattern=/\\\\[bBwW]/]', message: `\\b or \\w ${WORD_CLASSES}` },
        { selector: 'NewExpression[callee.name="RegExp"] > :matches(Literal, TemplateLiteral > TemplateElement)[raw=/\\\\\\\\[bBwW]/]', message: `\\b or \\w ${WORD_CLASSES}` },
      ],
    },
  },

  // what an old Node has to be able to read before it can be told that it is too old
  {
    files: ['bin/*.mjs'],
    languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
    rules: {
      'no-var': 'off',
      'prefer-const': 'off',
      'no-restricted-syntax': ['error', { selector: 'ChainExpression, LogicalExpression[operator="??"]', message: 'Node 12 can\'t read this.' }],
    },
  },
);
