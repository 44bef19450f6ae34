import { InputError } from '@backstage/errors';

/**
 * A Kubernetes quantity, exact to its smallest unit: a thousand-millionth of
 * the base unit (core, byte, piece). Never a float, so that comparing
 * `11788011Ki` with `15155Mi` or adding up `100m` is exact.
 *
 * @public
 */
export type Quantity = {
  /** The value times 10^9. */
  readonly nano: bigint;
};

const NANO = 1_000_000_000n;

const BINARY: Record<string, bigint> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

/** Decimal suffixes as powers of ten. */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const PATTERN =
  /^([+-]?)(\d+\.?\d*|\.\d+)(?:(Ki|Mi|Gi|Ti|Pi|Ei)|([numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;

// Every assessment of a cluster parses the same few texts again.
const MAX_REMEMBERED = 5_000;
const MAX_REMEMBERED_TEXT = 32;
const parsed = new Map<string, Quantity>();

/** Division that rounds away from zero, as Kubernetes does below one nano. */
function divideAwayFromZero(value: bigint, divisor: bigint): bigint {
  return value / divisor + (value % divisor === 0n ? 0n : 1n);
}

/**
 * Reads a Kubernetes quantity (`100m`, `4000Gi`, `1.5`, `1e3`), or gives
 * undefined when the text is none. Values finer than a nano are rounded up.
 * Grammar: `k8s.io/apimachinery/pkg/api/resource`.
 *
 * @public
 */
export function tryParseQuantity(text: string): Quantity | undefined {
  const known = parsed.get(text);
  if (known !== undefined) {
    return known;
  }
  const quantity = readQuantity(text);
  if (quantity && text.length <= MAX_REMEMBERED_TEXT) {
    if (parsed.size >= MAX_REMEMBERED) {
      parsed.clear();
    }
    parsed.set(text, quantity);
  }
  return quantity;
}

function readQuantity(text: string): Quantity | undefined {
  const match = PATTERN.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, number, binary, decimal, exponent] = match;
  const [whole, fraction = ''] = number.split('.');
  const digits = BigInt(`${whole}${fraction}` || '0');
  const power =
    (exponent === undefined ? DECIMAL[decimal ?? ''] : Number(exponent)) -
    fraction.length +
    9;
  const scaled = digits * (binary ? BINARY[binary] : 1n);
  const nano =
    power >= 0
      ? scaled * 10n ** BigInt(power)
      : divideAwayFromZero(scaled, 10n ** BigInt(-power));
  return Object.freeze({ nano: sign === '-' ? -nano : nano });
}

/**
 * Reads a Kubernetes quantity exactly.
 *
 * @throws InputError when the text is not a quantity.
 *
 * @public
 */
export function parseQuantity(text: string): Quantity {
  const quantity = tryParseQuantity(text);
  if (!quantity) {
    throw new InputError(
      `"${text}" is not a Kubernetes quantity such as "500", "250m" or "4000Gi"`,
    );
  }
  return quantity;
}

/**
 * The value in base units (cores, bytes, pieces); exact up to 2^53.
 *
 * @public
 */
export function quantityToNumber(quantity: Quantity): number {
  const whole = quantity.nano / NANO;
  const rest = quantity.nano % NANO;
  return Number(whole) + Number(rest) / 1e9;
}

/**
 * A quantity from a number of base units, such as cores or bytes.
 *
 * @public
 */
export function quantityFromNumber(value: number): Quantity {
  const whole = Math.trunc(value);
  const rest = Math.round((value - whole) * 1e9);
  return { nano: BigInt(whole) * NANO + BigInt(rest) };
}

/**
 * Negative when `a` is smaller, 0 when both are the same amount.
 *
 * @public
 */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (a.nano === b.nano) {
    return 0;
  }
  return a.nano < b.nano ? -1 : 1;
}

/**
 * The sum of all quantities; zero for none.
 *
 * @public
 */
export function addQuantities(...quantities: Quantity[]): Quantity {
  return { nano: quantities.reduce((sum, each) => sum + each.nano, 0n) };
}

/**
 * `a` less `b`; may be negative.
 *
 * @public
 */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano - b.nano };
}
