const NANO_PER_UNIT = BigInt(10) ** BigInt(9);
const BINARY: Record<string, number> = {
  Ki: 1,
  Mi: 2,
  Gi: 3,
  Ti: 4,
  Pi: 5,
  Ei: 6,
};
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
  /^([+-]?)(\d{1,30})?(?:\.(\d{0,30}))?(?:(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

/**
 * Reads a Kubernetes quantity exactly, in billionths of the base unit (cores,
 * bytes, pieces). Finer than a billionth is rounded up, as Kubernetes does.
 *
 * Returns undefined for what is no quantity.
 */
export function parseQuantity(text: string): bigint | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = '', exponent] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const power =
    exponent === undefined ? DECIMAL[suffix] ?? 0 : Number(exponent);
  const factor =
    suffix in BINARY ? BigInt(1024) ** BigInt(BINARY[suffix]) : BigInt(1);
  const shift = power - fraction.length + 9;
  const scaled = digits * factor;
  const nano =
    shift >= 0 ? scaled * pow10(shift) : divideUp(scaled, pow10(-shift));
  return sign === '-' ? -nano : nano;
}

function pow10(exponent: number): bigint {
  return BigInt(10) ** BigInt(exponent);
}

function divideUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - BigInt(1)) / divisor;
}

/** A quantity as a number of base units; undefined for what is no quantity. */
export function quantityToNumber(text: string): number | undefined {
  const nano = parseQuantity(text);
  if (nano === undefined) return undefined;
  const unit = nano / NANO_PER_UNIT;
  return Number(unit) + Number(nano % NANO_PER_UNIT) / 1e9;
}
