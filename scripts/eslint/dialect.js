const { builtinModules } = require('node:module');
const path = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');

/**
 * Product packages from the lowest layer up: a package may import only from
 * packages before it in the list. Packages that are not in the list (backend,
 * pages, actions, CLI) may import from all of these.
 */
const floors = [
  '@clusterworks/plugin-clusters-common',
  '@clusterworks/plugin-clusters-spec',
  '@clusterworks/plugin-clusters-health',
  '@clusterworks/plugin-clusters-blueprint',
];

/** Import patterns that are forbidden for a package of the list. */
function importsFromAbove(name) {
  const floor = floors.indexOf(name);
  if (floor < 0) {
    return [];
  }
  const below = floors.slice(0, floor).map(lower => `!${lower}`);
  return ['@clusterworks/plugin-*', ...below];
}

/** Node's built-in modules are imported with the `node:` scheme. */
const withoutScheme = builtinModules
  .filter(name => !name.startsWith('node:'))
  .map(name => ({ name, message: `Write 'node:${name}'.` }));

const privateModifier = [
  'PropertyDefinition[accessibility="private"]',
  'MethodDefinition[accessibility="private"][kind!="constructor"]',
  'TSParameterProperty[accessibility="private"]',
].map(selector => ({
  selector,
  message: 'Write a #private member: it is private at run time, too.',
}));

/**
 * The ESLint configuration of every package: Backstage's for the package's
 * role, and the few rules that keep this repository in one style.
 *
 * @param dir - the package's folder
 * @param extra - what this package adds, as for Backstage's factory
 */
module.exports = function dialect(dir, extra = {}) {
  const { name } = require(path.join(dir, 'package.json'));
  return createConfig(dir, {
    ...extra,
    rules: { curly: ['error', 'all'], ...extra.rules },
    tsRules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {
          fixStyle: 'separate-type-imports',
          disallowTypeAnnotations: false,
        },
      ],
      ...extra.tsRules,
    },
    restrictedImports: [...withoutScheme, ...(extra.restrictedImports ?? [])],
    restrictedImportPatterns: [
      ...importsFromAbove(name),
      ...(extra.restrictedImportPatterns ?? []),
    ],
    restrictedSyntax: [...privateModifier, ...(extra.restrictedSyntax ?? [])],
  });
};
