import { accountOfRole, isExternalId } from './awsRole';

describe('accountOfRole', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/portal', '111122223333'],
    ['arn:aws-cn:iam::111122223333:role/path/portal', '111122223333'],
    ['arn:aws:iam::1:role/portal', undefined],
    ['arn:aws:iam::111122223333:user/portal', undefined],
    ['arn:aws:iam::111122223333:role/portal\n', undefined],
    ['admin', undefined],
  ])('%j is of %s', (arn, account) => {
    expect(accountOfRole(arn)).toBe(account);
  });
});

describe('isExternalId', () => {
  it.each([
    ['of-cluster', true],
    ['x', false],
    ['a b', false],
    ['a'.repeat(1225), false],
  ])('%j: %s', (text, expected) => {
    expect(isExternalId(text)).toBe(expected);
  });
});
