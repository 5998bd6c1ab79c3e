import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The one direction of the house: commands → questions, compare and render → assess → rulebook and calendar → case.
 * Each folder may import only those listed, besides itself and the files directly in `src/`.
 */
const MAY_IMPORT = {
  case: [],
  calendar: ['case'],
  rulebook: ['case', 'calendar'],
  assess: ['case', 'calendar', 'rulebook'],
  desk: ['case', 'calendar', 'rulebook', 'assess', 'compare', 'messages'],
  messages: ['case', 'rulebook'],
  render: ['case', 'calendar', 'rulebook', 'assess', 'compare', 'desk', 'messages'],
  questions: ['case', 'rulebook', 'assess', 'messages'],
  batch: ['case', 'rulebook', 'assess', 'messages', 'render', 'questions'],
  proof: ['case', 'calendar', 'rulebook', 'assess', 'questions'],
  compare: ['case', 'rulebook', 'calendar', 'assess', 'messages', 'questions'],
};
const FOLDERS = [...Object.keys(MAY_IMPORT), 'commands', 'build'];

/** Folders that must give the same answer on every machine: no disk, process, clock or terminal. */
const PURE = ['case', 'calendar', 'assess', 'render', 'batch', 'compare', 'desk', 'proof'];

const boundaries = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const closed = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const patterns = [
    {
      group: closed.map((other) => `**/${other}/**`),
      message: `src/${folder} may import only: ${allowed.join(', ') || 'itself'}`,
    },
    { group: ['**/main.ts', '**/cli.ts'], message: 'nothing imports the entry' },
    ...(PURE.includes(folder)
      ? [{ group: ['node:*'], message: `src/${folder} is pure: what it needs comes in as an argument` }]
      : []),
  ];
  return { files: [`src/${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
});

const purity = {
  files: [...PURE, 'rulebook', 'questions', 'messages'].map((folder) => `src/${folder}/**/*.ts`),
  rules: {
    'no-restricted-globals': ['error', 'process', 'console'],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date']", message: 'no clock: dates come in as plain days' },
      {
        selector: "MemberExpression[object.name='Date'][property.name='now']",
        message: 'no clock: dates come in as plain days',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  ...boundaries,
  purity,
  { files: ['bin/*.js'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly' } } },
  { files: ['eslint.config.js'], languageOptions: { globals: { process: 'readonly' } } },
);
