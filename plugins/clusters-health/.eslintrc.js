module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // `run` and `each` are `it`, or `it.skip` where shared material is absent.
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['run', 'run.each', 'each'] },
    ],
    // Tables are judged by harnesses that several tests share.
    'jest/no-export': 'off',
  },
});
