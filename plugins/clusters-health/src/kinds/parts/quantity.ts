import { tryParseQuantity } from '@clusterworks/plugin-clusters-spec';

const NANO_PER_UNIT = BigInt(1_000_000_000);
/** No quantity that the API serves is longer; more digits would be hostile. */
const MAX_LENGTH = 64;

/**
 * Reads a Kubernetes quantity exactly, in billionths of the base unit (cores,
 * bytes, pieces). Returns undefined for what is no quantity.
 */
export function parseQuantity(text: string): bigint | undefined {
  return text.length > MAX_LENGTH ? undefined : tryParseQuantity(text)?.nano;
}

/** A quantity as a number of base units; undefined for what is no quantity. */
export function quantityToNumber(text: string): number | undefined {
  const nano = parseQuantity(text);
  if (nano === undefined) return undefined;
  return Number(nano / NANO_PER_UNIT) + Number(nano % NANO_PER_UNIT) / 1e9;
}
