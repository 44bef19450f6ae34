import fc from 'fast-check';
import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['two\nlines\u0000 and\u202e more', 'two lines and more'],
    ['<@U123> <!channel>', '‹@U123› ‹!channel›'],
    ['  a  ', 'a'],
  ])('makes %j %j', (text, plain) => {
    expect(plainText(text, 30)).toBe(plain);
  });

  it.each([
    ['x'.repeat(11), `${'x'.repeat(9)}…`],
    ['😀'.repeat(11), `${'😀'.repeat(9)}…`],
    ['x'.repeat(10), 'x'.repeat(10)],
  ])('cuts %s', (text, plain) => {
    expect(plainText(text, 10)).toBe(plain);
  });

  it('is one bounded line, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const plain = plainText(text, 20);
        expect([...plain].length).toBeLessThanOrEqual(20);
        expect(plain).not.toMatch(/[<>\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});
