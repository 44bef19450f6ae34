module.exports = require('../../scripts/eslint/dialect')(__dirname);
