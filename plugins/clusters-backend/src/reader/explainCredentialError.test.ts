import { readFileSync } from 'node:fs';
import { explainCredentialError } from './explainCredentialError';

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('explainCredentialError', () => {
  it('gives the message of AWS in one line', () => {
    const error = Object.assign(
      new Error('Could not load credentials\nfrom any providers\u202e'),
      { name: 'CredentialsProviderError' },
    );
    expect(explainCredentialError(error)).toBe(
      'CredentialsProviderError: Could not load credentials from any providers ',
    );
  });

  it.each([
    [
      'a key',
      new Error('AKIAABCDEFGHIJKLMNOP is not known'),
      'Error: AKIA… is not known',
    ],
    [
      'what could not be parsed',
      thrownBy(() => JSON.parse('secret')),
      'SyntaxError',
    ],
    ['a path', thrownBy(() => readFileSync('/does/not/exist')), 'ENOENT'],
    ['what is no error', 'secret', 'unknown error'],
  ])('does not repeat %s', (_what, error, expected) => {
    expect(explainCredentialError(error)).toBe(expected);
  });

  it('is short', () => {
    const error = new Error('x'.repeat(10_000));
    expect(explainCredentialError(error)).toHaveLength(300);
  });
});
