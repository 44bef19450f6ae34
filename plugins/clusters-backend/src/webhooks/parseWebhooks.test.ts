import { randomBytes } from 'node:crypto';
import { parseWebhooks } from './parseWebhooks';

const secretOf = (bytes: number) =>
  `whsec_${randomBytes(bytes).toString('base64')}`;

const siem = {
  name: 'siem',
  url: 'https://siem.example.com/hooks/opens-the-door',
  secret: secretOf(32),
};

/** What is wrong with a value; empty when nothing is. */
function problemOf(value: unknown): string {
  try {
    parseWebhooks(value);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('parseWebhooks', () => {
  it('reads none, one, and one whose key is being replaced', () => {
    expect(parseWebhooks(undefined)).toEqual([]);
    const previousSecret = secretOf(24);
    const keyOf = (secret: string) => Buffer.from(secret.slice(6), 'base64');
    expect(parseWebhooks([siem])).toEqual([
      { name: 'siem', url: siem.url, keys: [keyOf(siem.secret)] },
    ]);
    expect(parseWebhooks([{ ...siem, previousSecret }])[0].keys).toEqual([
      keyOf(siem.secret),
      keyOf(previousSecret),
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['a key of 24 bytes', { secret: secretOf(24) }, /^$/],
    ['a key of 64 bytes', { secret: secretOf(64) }, /^$/],
    ['a key of 23 bytes', { secret: secretOf(23) }, /\[0\]\.secret: must be/],
    ['a key of 65 bytes', { secret: secretOf(65) }, /\[0\]\.secret: must be/],
    [
      'a key without its prefix',
      { secret: siem.secret.slice(6) },
      /\[0\]\.secret: must be/,
    ],
    [
      'a key that is no base64',
      { secret: `whsec_${'?'.repeat(40)}` },
      /\[0\]\.secret: must be/,
    ],
    [
      'a previous key that is none',
      { previousSecret: 'x' },
      /\[0\]\.previousSecret: must be/,
    ],
    ['no key', { secret: undefined }, /\[0\]\.secret: /],
    [
      'http',
      { url: 'http://siem.example.com' },
      /\[0\]\.url: must be an https/,
    ],
    [
      'http that is allowed',
      { url: 'http://siem.example.com', dangerouslyAllowHttp: true },
      /^$/,
    ],
    [
      'a file, with http allowed',
      { url: 'file:///etc/passwd', dangerouslyAllowHttp: true },
      /\[0\]\.url: must be an https/,
    ],
    [
      'a user in the address',
      { url: 'https://me:secret@siem.example.com' },
      /\[0\]\.url: must have no user/,
    ],
    ['no address', { url: 'siem' }, /\[0\]\.url: must be an https/],
    [
      'a long address',
      { url: `https://a.example/${'x'.repeat(2_000)}` },
      /\[0\]\.url: /,
    ],
    ['a name with spaces', { name: 'my siem' }, /\[0\]\.name: must be/],
    ['a long name', { name: 'a'.repeat(41) }, /\[0\]\.name: must be/],
    ['an unknown key', { retries: 3 }, /\[0\]: Unrecognized key/],
  ])('%s', (_what, change, problem) => {
    expect(problemOf([{ ...siem, ...change }])).toMatch(problem);
  });

  it('refuses two of one name, and more than twenty', () => {
    expect(() => parseWebhooks([siem, siem])).toThrow(
      'clusters.webhooks[1].name: "siem" is the name of another webhook',
    );
    const many = Array.from({ length: 21 }, (_, index) => ({
      ...siem,
      name: `siem-${index}`,
    }));
    expect(parseWebhooks(many.slice(1))).toHaveLength(20);
    expect(() => parseWebhooks(many)).toThrow(/clusters\.webhooks/);
  });

  it('lists all problems, and tells neither address nor secret', () => {
    const wrong = {
      ...siem,
      url: 'ftp://opens-the-door',
      secret: 'hidden-key',
    };
    const message = problemOf([wrong, { ...wrong, name: '' }]);
    expect(message.match(/clusters\.webhooks\[/g)).toHaveLength(5);
    expect(message).not.toMatch(/opens-the-door|hidden-key/);
  });
});
