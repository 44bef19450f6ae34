import fc from 'fast-check';
import type { WantedFields } from '@clusterworks/plugin-clusters-health';
import { FieldSelection } from './FieldSelection';
import { JsonScanError, JsonScanner } from './JsonScanner';
import { TextTable } from './TextTable';

const texts = new TextTable();
const everything: WantedFields = { '*': { '*': { '*': {} } } };

function scan(json: string | Buffer, wanted: WantedFields): unknown {
  const bytes = Buffer.isBuffer(json) ? json : Buffer.from(json);
  const scanner = new JsonScanner(bytes, texts);
  const value = scanner.value(new FieldSelection(wanted));
  scanner.finish();
  return value;
}

/** The expected result, derived from the result of `JSON.parse`. */
function expected(value: unknown, wanted: WantedFields, inList = false) {
  if (Array.isArray(value)) {
    return inList
      ? []
      : value.map((item): unknown => expected(item, wanted, true));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) {
    const fields = Object.hasOwn(wanted, name) ? wanted[name] : wanted['*'];
    if (fields) {
      kept[name] = expected(inner, fields);
    }
  }
  return kept;
}

const wantedNames = fc.constantFrom('a', 'b', 'cc', 'metadata', 'ü', '"');
// Without `\\`: after a name that ends with a backslash, JSON.parse of Node.js
// 24 mistakes a name with other escapes for the same name.
const anyName = fc.oneof(
  wantedNames,
  fc.string().filter(name => name !== '__proto__' && !name.includes('\\')),
);
const { value: anyValue } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1, 1.5e-7, 12345678901234567890),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc
      .array(fc.tuple(anyName, tie('value')))
      .map(entries => Object.fromEntries(entries)),
  ),
}));
const { fields: anyFields } = fc.letrec<{ fields: WantedFields }>(tie => ({
  fields: fc.oneof(
    { maxDepth: 4 },
    fc.constant({}),
    fc
      .array(fc.tuple(fc.oneof(fc.constant('*'), wantedNames), tie('fields')))
      .map(entries => Object.fromEntries(entries)),
  ),
}));

describe('JsonScanner', () => {
  it('returns the same wanted fields as JSON.parse', () => {
    fc.assert(
      fc.property(
        anyValue,
        anyFields,
        fc.boolean(),
        (value, wanted, spaced) => {
          const json = JSON.stringify(value, undefined, spaced ? 2 : undefined);
          const parsed: unknown = JSON.parse(json);
          expect(scan(json, wanted)).toEqual(expected(parsed, wanted));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['{"a":"\\u00e9\\n\\"","b":1}', { a: {} }, { a: 'é\n"' }],
    ['{"\\u0061":1}', { a: {} }, { a: 1 }],
    ['{"a":1,"a":2}', { a: {} }, { a: 2 }],
    ['{"skipped":"}]\\"","a":{"x":[{}]}}', { a: {} }, { a: {} }],
    ['{"a":[[1],2,{"b":3,"c":4}]}', { a: { b: {} } }, { a: [[], 2, { b: 3 }] }],
    [' { "a" : [ ] } \n', { a: {} }, { a: [] }],
    ['{"b":{"__proto__":1}}', { b: { a: {} } }, { b: {} }],
    ['{"a":0,"b":-0.5e3}', { a: {}, b: {} }, { a: 0, b: -500 }],
  ])('reads %s', (json, wanted, value) => {
    expect(scan(json, wanted as WantedFields)).toEqual(value);
  });

  it.each([
    '',
    '{',
    '{"a"',
    '{"a":',
    '{"a":"x',
    '{"a":1',
    '{"a":1,}',
    '{"a" 1}',
    '{a:1}',
    '{"a":tru}',
    '{"a":01}',
    '{"a":1}x',
    '[1 2]',
    '{"b":{"c":"d"}',
    '{"b":"\\',
    '<html>',
  ])('refuses %s', json => {
    expect(() => scan(json, { a: {}, '*': {} })).toThrow(JsonScanError);
  });

  it('refuses every truncated document', () => {
    const json = JSON.stringify({ a: ['x', { b: 'ü"' }], c: { d: null } });
    const bytes = Buffer.from(json);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => scan(bytes.subarray(0, length), everything)).toThrow(
        JsonScanError,
      );
    }
  });

  it('skips values nested deeper than any stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(scan(`{"a":1,"b":${deep}}`, { a: {} })).toEqual({ a: 1 });
    expect(scan(`{"a":[${deep}]}`, { a: {} })).toEqual({ a: [[]] });
  });
});

describe('TextTable', () => {
  it('returns every text unchanged, whatever was read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), text => {
        const bytes = Buffer.from(`x${text}y`);
        expect(texts.text(bytes, 1, bytes.length - 1)).toBe(
          bytes.toString('utf8', 1, bytes.length - 1),
        );
      }),
    );
  });

  it('does not keep a reference to the bytes', () => {
    const bytes = Buffer.from('first text');
    const first = texts.text(bytes, 0, bytes.length);
    bytes.fill('x');
    expect(first).toBe('first text');
  });
});
