import { checkToken } from './checkToken';

describe('checkToken', () => {
  it.each([
    ['mine', true, 'mine'],
    ['mine', false, 'mine'],
    [undefined, false, undefined],
    // The text that a template gives for a secret that does not exist.
    ['', false, undefined],
  ])('of %j, required %s, is %j', (token, isRequired, expected) => {
    expect(checkToken(token, isRequired)).toBe(expected);
  });

  it.each(['', undefined])('refuses %j where it is required', token => {
    expect(() => checkToken(token, true)).toThrow(
      /scaffolder.requireScmUserCredentials is set/,
    );
  });
});
