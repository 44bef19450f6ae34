module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // `run` is `it`, or `it.skip` where shared material is absent.
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['run', 'run.each', 'each'] },
    ],
  },
});
