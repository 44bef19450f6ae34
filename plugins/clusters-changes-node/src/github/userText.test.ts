import { userText } from './userText';

const jane = 'user:default/jane';

describe('userText', () => {
  it.each([
    [
      'https://portal.example',
      jane,
      'https://portal.example/catalog/default/user/jane',
    ],
    [
      'https://portal.example/a/',
      jane,
      'https://portal.example/a/catalog/default/user/jane',
    ],
    [
      'http://localhost:3000',
      'user:staff/j.doe',
      'http://localhost:3000/catalog/staff/user/j.doe',
    ],
    [
      'https://portal.example/(x)',
      jane,
      'https://portal.example/%28x%29/catalog/default/user/jane',
    ],
  ])('links at %s to %s', (portalUrl, ref, page) => {
    expect(userText(ref, portalUrl).toString()).toBe(`[\`${ref}\`](${page})`);
  });

  it.each([
    [undefined, jane],
    ['', jane],
    ['no address', jane],
    ['ftp://portal.example', jane],
    ['https://portal.example', 'user:default/x](https://evil.example)'],
    ['https://portal.example', 'group:default/payments'],
  ])('does not link at %j to %j', (portalUrl, ref) => {
    expect(userText(ref, portalUrl).toString()).toBe(`\`${ref}\``);
  });
});
