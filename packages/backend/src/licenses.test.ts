import satisfies from 'spdx-satisfies';
import { licenseOf } from './__testUtils__/licenseOf';
import {
  type InstalledPackage,
  productionPackages,
} from './__testUtils__/productionPackages';

/** Licenses that require only a notice. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages with another license that may be used, and why. */
const exceptions: Record<string, string> = {
  '@isomorphic-git/pgp-plugin':
    "LGPL-3.0: Backstage's scaffolder loads it unchanged, as a module of its own",
  'fast-shallow-equal': 'states no license; its LICENSE is the Unlicense',
  pause: 'states no license; its readme has the text of MIT',
  'react-universal-interface':
    'states no license; its LICENSE is the Unlicense',
  'valid-url': 'states no license; its LICENSE has the text of MIT',
};

function isAllowed(found: Pick<InstalledPackage, 'license' | 'licenses'>) {
  const license = licenseOf(found);
  try {
    return license !== undefined && satisfies(license, allowed);
  } catch {
    return false;
  }
}

describe('licenses of what runs in production', () => {
  const packages = productionPackages();

  it('are looked at for all packages', () => {
    expect(packages.length).toBeGreaterThan(1_000);
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@backstage/ui', 'express', 'react', 'zod']),
    );
  });

  it('are allowed', () => {
    const refused = packages
      .filter(found => !isAllowed(found) && !exceptions[found.name])
      .map(
        ({ name, version, license }) =>
          `${name}@${version}: ${JSON.stringify(license)}`,
      );
    expect([...new Set(refused)].sort()).toEqual([]);
  });

  it('have no exception that is not needed', () => {
    const needed = new Set(
      packages.filter(found => !isAllowed(found)).map(({ name }) => name),
    );
    expect(Object.keys(exceptions).filter(name => !needed.has(name))).toEqual(
      [],
    );
  });

  it('of the icons are those of the range that @backstage/ui has', () => {
    const icons = packages.filter(({ name }) => name === '@remixicon/react');
    expect(icons.map(({ license }) => license)).toEqual(['Apache-2.0']);
    const ranges = packages
      .filter(({ name }) =>
        /^(app|@backstage\/ui|@clusterworks\/.*)$/.test(name),
      )
      .flatMap(({ dependencies }) => dependencies?.['@remixicon/react'] ?? []);
    expect(ranges.length).toBeGreaterThan(2);
    expect(new Set(ranges).size).toBe(1);
  });

  it.each([
    [{ license: 'MIT' }, true],
    [{ license: 'Apache 2.0' }, true],
    [{ license: '(GPL-3.0-or-later OR MIT)' }, true],
    [{ license: '(MIT AND BSD-3-Clause)' }, true],
    [{ licenses: [{ type: 'MIT', url: 'https://example.com' }] }, true],
    [{ license: ['MIT', 'Apache2'] }, true],
    [{ license: 'Remix Icon License 1.0' }, false],
    [{ license: 'AGPL-3.0-only' }, false],
    [{ license: '(MIT AND LGPL-3.0-only)' }, false],
    [{ license: 'SEE LICENSE IN LICENSE.md' }, false],
    [{ license: 'UNLICENSED' }, false],
    [{ licenses: [] }, false],
    [{}, false],
  ])('%j is allowed: %s', (stated, expected) => {
    expect(isAllowed(stated)).toBe(expected);
  });
});
