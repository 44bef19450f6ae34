import { tryParseQuantity } from '@clusterworks/plugin-clusters-spec';

const NANO_PER_UNIT = BigInt(1_000_000_000);
/** The API serves no longer quantity; longer input could be hostile. */
const MAX_LENGTH = 64;

/**
 * Reads a Kubernetes quantity exactly, in billionths of the base unit (cores,
 * bytes, pieces). Returns undefined for any other text.
 */
export function parseQuantity(text: string): bigint | undefined {
  return text.length > MAX_LENGTH ? undefined : tryParseQuantity(text)?.nano;
}

/** A quantity as a number of base units; undefined for any other text. */
export function quantityToNumber(text: string): number | undefined {
  const nano = parseQuantity(text);
  if (nano === undefined) {
    return undefined;
  }
  return Number(nano / NANO_PER_UNIT) + Number(nano % NANO_PER_UNIT) / 1e9;
}
