const { builtinModules } = require('node:module');

// Packages have a configuration of their own: scripts/eslint/dialect.js.
module.exports = {
  root: true,
  overrides: [
    {
      files: ['scripts/**/*.{js,mjs}', 'e2e/**/*.ts'],
      parser: '@typescript-eslint/parser',
      parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
      plugins: ['@typescript-eslint'],
      extends: ['eslint:recommended'],
      rules: {
        'no-undef': 'off',
        'no-unused-vars': 'off',
        '@typescript-eslint/no-unused-vars': 'error',
        '@typescript-eslint/consistent-type-imports': 'error',
        curly: ['error', 'all'],
        'no-restricted-imports': [
          'error',
          ...builtinModules.filter(name => !name.startsWith('node:')),
        ],
      },
    },
  ],
};
