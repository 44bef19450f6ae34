import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { hclString } from './hclString';
import { hclValue } from './hclValue';

/**
 * The value that HCL's own parser reads from an expression; references stay
 * `${…}`.
 */
async function read(expression: string): Promise<unknown> {
  const parsed = await parse('test.tf', `locals {\n  x = ${expression}\n}\n`);
  return parsed.locals[0].x;
}

describe('hclString', () => {
  it.each([
    ['plain', 'payments-dev', '"payments-dev"'],
    ['a quote', 'a "b"', '"a \\"b\\""'],
    ['a backslash', 'C:\\temp', '"C:\\\\temp"'],
    ['a backslash before a quote', '\\"', '"\\\\\\""'],
    ['line ends and tabs', 'a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['an interpolation', '${var.secret}', '"\\u0024{var.secret}"'],
    ['a directive', '%{ if true }', '"\\u0025{ if true }"'],
    ['an escaped interpolation', '$${x}', '"\\u0024\\u0024{x}"'],
    ['lone signs', '5 % of $ 10', '"5 % of $ 10"'],
    ['a control character', 'a\u0000b\u0007', '"a\\u0000b\\u0007"'],
    ['unicode', 'Zürich 東京 🚀', '"Zürich 東京 🚀"'],
    ['a lone surrogate', 'a\ud800b', '"a\ufffdb"'],
    ['nothing', '', '""'],
  ])('escapes %s', (_, text, expected) => {
    expect(hclString(text)).toBe(expected);
  });

  it.each(['a "b" \\ \n \t $5 100%', 'Zürich 東京 🚀', 'x\\u0041', '}', "'"])(
    'reads back %j',
    async text => {
      expect(await read(hclString(text))).toBe(text);
    },
  );

  // hcl2json returns templates as source text, so a value with a sign before a
  // brace cannot be compared here. This test only checks that the text is no
  // template.
  it.each(['${path.root}', '%{ for x in y }', '$${a}', '$$$%%{b}${', '%%{'])(
    'makes no template of %j',
    async text => {
      expect(hclString(text)).not.toMatch(/[$%]\{/);
      expect(await read(hclString(text))).toEqual(expect.any(String));
    },
  );

  it('never ends early and never holds a template', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const hcl = hclString(text);
        expect(hcl).toMatch(/^"(?:[^"\\\n\r]|\\.)*"$/u);
        expect(hcl).not.toMatch(/[$%]\{/);
      }),
    );
  });
});

describe('hclValue', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [-1.5, '-1.5'],
    [[], '[]'],
    [{}, '{}'],
    [['a', 1], '["a", 1]'],
  ])('writes %j', (value, expected) => {
    expect(hclValue(value)).toBe(expected);
  });

  it('quotes keys that are no identifiers, and aligns like terraform fmt', () => {
    expect(
      hclValue({
        'clusterworks.dev/x': 'a',
        for: 'b',
        'a"${b}': [{ c: 1 }],
        d: {},
      }),
    ).toBe(`{
  "clusterworks.dev/x" = "a"
  "for"                = "b"
  "a\\"\\u0024{b}" = [
    {
      c = 1
    },
  ]
  d = {}
}`);
  });

  it('reads back nested values', async () => {
    const value = { a: [{ b: 'c', d: [true, null] }], 'e/f': { g: 'h "i"' } };
    expect(await read(hclValue(value))).toEqual(value);
  });
});
