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
        },
      ]),
    ).toEqual([
      {
        url: 'https://github.com/acme/platform',
        baseBranch: 'main',
        allowedOwnerGroups: [],
        path: '',
      },
      {
        url: 'http://127.0.0.1:7020/acme/platform',
        baseBranch: 'trunk',
        allowedOwnerGroups: ['group:default/payments', 'group:eu/search'],
        path: 'infra',
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
