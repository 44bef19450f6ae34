module.exports = require('../../scripts/eslint/dialect')(__dirname, {
  rules: {
    // `run` is `it`, or `it.skip` where shared material is absent.
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['run', 'run.each'] },
    ],
  },
});
