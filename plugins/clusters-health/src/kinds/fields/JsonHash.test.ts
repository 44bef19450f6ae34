import fc from 'fast-check';
import { isEqualJson } from './isEqualJson';
import { JsonHash } from './JsonHash';

const hash = new JsonHash(100_000);

/** Few different values, so that equal pairs are frequent. */
const anyValue = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('', 'a', 'b', 0, 1, 1e13, true, false, null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: false,
    }),
  ),
})).value;

it('finds values equal exactly when their texts are', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (one, other) => {
      expect(isEqualJson(one, other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
    }),
    { numRuns: 2_000 },
  );
});

it('gives equal values equal hashes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(hash.of(structuredClone(value))).toBe(hash.of(value));
    }),
  );
});

it('gives values that differ in one place different hashes', () => {
  const values = [
    {},
    [],
    [[]],
    { a: 1 },
    { a: 2 },
    { b: 1 },
    { a: 1.76e12 },
    { a: 1.76e12 + 2 ** 32 },
    { name: 'web-7d4b9c8f6d-aaaaa' },
    { name: 'web-7d4b9c8f6d-aaaab' },
    { name: 'job-7d4b9c8f6d-aaaaa' },
    [{ a: 1 }, { a: 2 }],
    [{ a: 2 }, { a: 1 }],
  ];
  expect(new Set(values.map(value => hash.of(value))).size).toBe(values.length);
});

it('gives no hash to a value above the maximum size', () => {
  const small = new JsonHash(24);
  expect(small.of({ name: '12345678' })).toBeDefined();
  expect(small.of({ name: '123456789' })).toBeUndefined();
});
