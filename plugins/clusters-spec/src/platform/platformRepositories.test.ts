import {
  isAllowedOwner,
  parsePlatformRepositories,
} from './platformRepositories';

describe('parsePlatformRepositories', () => {
  it('fills defaults and tidies', () => {
    expect(
      parsePlatformRepositories([
        { url: 'https://github.com/acme/platform.git/' },
        {
          url: 'http://127.0.0.1:7020/acme/platform',
          baseBranch: 'trunk',
          allowedOwnerGroups: ['Payments', 'group:eu/search'],
          path: '/infra/',
          codeOwners: [{ path: '*', owners: ['@acme/platform', 'a@b.c'] }],
          reviewers: [{ group: 'Payments', team: 'payments-team' }],
        },
      ]),
    ).toEqual([
      {
        url: 'https://github.com/acme/platform',
        baseBranch: 'main',
        allowedOwnerGroups: [],
        path: '',
        codeOwners: [],
        reviewers: [],
      },
      {
        url: 'http://127.0.0.1:7020/acme/platform',
        baseBranch: 'trunk',
        allowedOwnerGroups: ['group:default/payments', 'group:eu/search'],
        path: 'infra',
        codeOwners: [{ path: '*', owners: ['@acme/platform', 'a@b.c'] }],
        reviewers: [{ group: 'Payments', team: 'payments-team' }],
      },
    ]);
    expect(parsePlatformRepositories(undefined)).toEqual([]);
  });

  it('reports all problems at once', () => {
    expect(() =>
      parsePlatformRepositories([
        { url: 'https://user:secret@github.com/acme/platform' },
        {
          url: 'ftp://x/y/z',
          path: 'a/../../b',
          baseBranch: 'a b',
          allowedOwnerGroups: [':'],
          groups: [],
        },
      ]),
    ).toThrow(
      /\[0\]\.url: .*\n.*\[1\]\.url: .*\n.*\[1\]\.baseBranch: .*\n.*\[1\]\.allowedOwnerGroups: .*\n.*\[1\]\.path: .*\n.*\[1\]: .*groups/,
    );
  });
});

describe('codeOwners', () => {
  const problems = (entry: object) => () =>
    parsePlatformRepositories([
      { url: 'https://github.com/acme/platform', codeOwners: [entry] },
    ]);

  it.each([
    ['a space in the path', { path: '/a b', owners: ['@acme'] }, 'path'],
    ['a second line', { path: '*\n*', owners: ['@acme'] }, 'path'],
    ['a comment', { path: '#', owners: ['@acme'] }, 'path'],
    ['no owner', { path: '*', owners: [] }, 'owners'],
    ['a bare name', { path: '*', owners: ['acme'] }, 'owners'],
    ['two owners in one', { path: '*', owners: ['@a @b'] }, 'owners'],
  ])('refuse %s', (_, entry, key) => {
    expect(problems(entry)).toThrow(`[0].codeOwners[0].${key}`);
  });
});

describe('isAllowedOwner', () => {
  const [any, payments] = parsePlatformRepositories([
    { url: 'https://github.com/acme/any' },
    {
      url: 'https://github.com/acme/payments',
      allowedOwnerGroups: ['payments'],
    },
  ]);

  it.each([
    ['group:default/payments', true],
    ['Group:default/Payments', true],
    ['payments', true],
    ['user:default/payments', false],
    ['group:evil/payments', false],
    ['search', false],
  ])('judges %s', (owner, allowed) => {
    expect(isAllowedOwner(payments, owner)).toBe(allowed);
    expect(isAllowedOwner(any, owner)).toBe(true);
  });
});
