import fc from 'fast-check';
import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  quantityFromNumber,
  quantityToNumber,
  subtractQuantities,
  tryParseQuantity,
} from './Quantity';
import { formatBytes, formatQuantity } from './formatQuantity';
import { quantityToString } from './quantityToString';

describe('Quantity', () => {
  it.each([
    ['500', 500],
    ['250m', 0.25],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['4000Gi', 4000 * 2 ** 30],
    ['1.5Ki', 1536],
    ['1e3', 1000],
    ['1E3', 1000],
    ['12E', 12e18],
    ['1e-3', 0.001],
    ['-3k', -3000],
    ['100n', 1e-7],
  ])('reads %s', (text, value) => {
    expect(quantityToNumber(parseQuantity(text))).toBe(value);
  });

  it.each(['', 'abc', '1 Gi', '1Gib', '1GB', '--1', '1,5', 'Ki', '1e', '0x10'])(
    'refuses %p',
    text => {
      expect(tryParseQuantity(text)).toBeUndefined();
      expect(() => parseQuantity(text)).toThrow('not a Kubernetes quantity');
    },
  );

  it('is exact where floats are not', () => {
    const tenth = parseQuantity('100m');
    expect(
      compareQuantities(
        addQuantities(tenth, tenth, tenth),
        parseQuantity('0.3'),
      ),
    ).toBe(0);
    expect(
      compareQuantities(parseQuantity('11788011Ki'), parseQuantity('15155Mi')),
    ).toBe(-1);
    expect(
      quantityToString(subtractQuantities(parseQuantity('1'), tenth)),
    ).toBe('900m');
  });

  it('rounds up below a nano, as Kubernetes does', () => {
    expect(parseQuantity('0.1n').nano).toBe(1n);
    expect(parseQuantity('-0.1n').nano).toBe(-1n);
  });

  it.each([
    ['4000Gi', 'binary', '4000Gi'],
    ['2048', 'binary', '2Ki'],
    ['0', 'binary', '0'],
    ['0.5', 'decimal', '500m'],
    ['2000', 'decimal', '2000'],
  ] as const)('writes %s as %s: %s', (text, format, expected) => {
    expect(quantityToString(parseQuantity(text), format)).toBe(expected);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.constantFrom('binary' as const, 'decimal' as const),
        (nano, format) => {
          const text = quantityToString({ nano }, format);
          expect(parseQuantity(text).nano).toBe(nano);
        },
      ),
    );
  });

  it.each([
    [1649267441664, '1.5 TiB'],
    [0, '0 B'],
    [1023, '1,023 B'],
    [4000 * 2 ** 30, '3.9 TiB'],
    [512 * 2 ** 20, '512 MiB'],
  ])('prints %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
    expect(formatBytes(quantityFromNumber(bytes))).toBe(text);
  });

  it.each([
    [2000, 'cpu', '2,000 vCPU'],
    [0.25, 'cpu', '0.25 vCPU'],
    [100, 'nvidia.com/gpu', '100'],
    [1024, 'memory', '1 KiB'],
  ])('prints %d of %s as %s', (value, resource, text) => {
    expect(formatQuantity(value, resource)).toBe(text);
  });
});
