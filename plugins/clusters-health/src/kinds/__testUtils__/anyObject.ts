import fc from 'fast-check';
import type { Kind } from '../Kind';
import type { WantedFields } from '../fields';

/**
 * Texts that the readers of fields look for, so that they match some generated
 * fields.
 */
const words = fc.constantFrom(
  'a',
  'default',
  'True',
  'False',
  'Ready',
  'Always',
  'InternalIP',
  '10.0.0.1',
  '100m',
  '2Gi',
  '2026-11-22T09:00:00Z',
);

/**
 * Texts and values for fields: most of them no API server sends, some of them
 * it might.
 */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  '-5Gi',
  '9e99',
  '9999-12-31T23:59:59Z',
  '\u0000\u001b[2J',
  'x'.repeat(2_000),
  -1,
  0.5,
  1e308,
  NaN,
  [],
  {},
  [[]],
  [null, 1, 'x'],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
);

const leaf = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.nat(10) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.array(words, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

/** Arbitrary values for a tree of wanted fields. */
function valueOf(wanted: WantedFields): fc.Arbitrary<unknown> {
  const names = Object.keys(wanted);
  if (names.length === 0) {
    return leaf;
  }
  const object = fc
    .tuple(
      fc.record(
        Object.fromEntries(
          names
            .filter(name => name !== '*')
            .map(name => [name, valueOf(wanted[name])]),
        ),
        { requiredKeys: [] },
      ),
      Object.hasOwn(wanted, '*')
        ? fc.dictionary(words, valueOf(wanted['*']), { maxKeys: 4 })
        : fc.constant({}),
    )
    .map(([named, others]) => ({ ...others, ...named, unwanted: { x: 1 } }));
  return fc.oneof(
    { weight: 8, arbitrary: object },
    { weight: 4, arbitrary: fc.array(object, { maxLength: 3 }) },
    { weight: 1, arbitrary: leaf },
  );
}

/** Objects of a kind with arbitrary values in the fields that are read. */
export function anyObject(kind: Kind): fc.Arbitrary<object> {
  const { metadata = {}, ...rest } = kind.wanted;
  const parts = Object.entries(rest).map(([name, inner]) => [
    name,
    valueOf(inner),
  ]);
  return fc
    .tuple(
      valueOf(metadata),
      fc.record(Object.fromEntries(parts), { requiredKeys: [] }),
    )
    .map(([meta, other]) => {
      const named =
        typeof meta === 'object' && !Array.isArray(meta)
          ? { ...meta, name: 'x' }
          : { name: 'x' };
      return { ...other, metadata: named };
    });
}
