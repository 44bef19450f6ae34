import fc from 'fast-check';

/**
 * Values for fields: most of them no API server sends, some of them it might.
 */
export const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    '__proto__',
    'constructor',
    NaN,
    Infinity,
    -1,
    1e308,
    '9e99',
    '-5Gi',
    '0001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    [],
    {},
    [null],
    { length: -1 },
  ),
  fc.anything({ maxDepth: 2 }),
);
