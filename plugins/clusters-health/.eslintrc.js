const path = require('path');

/** Folders of `src` from the ground up: a folder imports from those before it. */
const floors = [
  ['kinds'],
  ['model'],
  ['rule'],
  ['rules'],
  ['view', 'assess'],
  ['catalogue'],
];

/** Imports that would run up, or from one side of a floor to the other. */
const zones = floors.flatMap((folders, floor) =>
  folders.map(folder => ({
    target: path.join(__dirname, 'src', folder),
    from: path.join(__dirname, 'src'),
    // All that is below the folder, the folder itself, and what tests share.
    except: [
      folder,
      ...floors.slice(0, floor).flat(),
      'testing',
      '__testUtils__',
    ].map(name => `./${name}`),
  })),
);

module.exports = require('../../scripts/eslint/dialect')(__dirname, {
  rules: {
    // `run` and `each` are `it`, or `it.skip` where shared material is absent.
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['run', 'run.each', 'each'] },
    ],
    // `expectRow` and its like hold the assertions of a table.
    'jest/expect-expect': ['warn', { assertFunctionNames: ['expect*'] }],
    // Tables are judged by harnesses that several tests share.
    'jest/no-export': 'off',
    'import/no-restricted-paths': ['error', { zones }],
    'import/no-cycle': 'error',
  },
  // Without these an import of a .ts file is unknown, and passes every check.
  settings: {
    'import/resolver': { node: { extensions: ['.ts'] } },
    'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
  },
  // Tests may look from above: they hold several floors against each other.
  overrides: [
    {
      files: ['**/*.test.ts'],
      rules: { 'import/no-restricted-paths': 'off', 'import/no-cycle': 'off' },
    },
    {
      // Code of tests alone: what it imports need not be there at run time.
      files: ['src/testing/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
