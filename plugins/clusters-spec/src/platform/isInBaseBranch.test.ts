import { isInBaseBranch } from './isInBaseBranch';

const repository = {
  url: 'https://github.com/acme/platform',
  baseBranch: 'main',
  allowedOwnerGroups: [],
  path: '',
  codeOwners: [],
  reviewers: [],
};

describe('isInBaseBranch', () => {
  it.each([
    ['url:https://github.com/acme/platform/blob/main/a/cluster.yaml', true],
    ['url:https://github.com/Acme/Platform/tree/main/a', true],
    ['url:https://github.com/acme/platform/blob/evil/cluster.yaml', false],
    ['url:https://github.com/acme/platform/raw/main/cluster.yaml', false],
    ['url:https://github.com/acme/platform-evil/blob/main/x', false],
    ['url:https://github.com/acme/platform/../evil/blob/main/x', false],
    ['url:https://github.com/acme/platform/%2e%2e/evil/blob/main/x', false],
    ['url:https://evil.example/acme/platform/blob/main/x', false],
    ['url:https://github.com@evil.example/acme/platform/blob/main/x', false],
    ['url:https://x@github.com/acme/platform/blob/main/x', false],
    ['file:/acme/platform/blob/main/x', false],
    ['url:', false],
    ['', false],
  ])('judges %s', (location, expected) => {
    expect(isInBaseBranch(location, repository)).toBe(expected);
  });
});
