import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { OverlapPolicy } from './AddressCheck';

const KEY = 'clusters.addresses.overlaps';

/**
 * What the configuration may say of overlaps; they are refused by default.
 *
 * @public
 */
export const overlapPolicySchema = z
  .enum(['refuse', 'acknowledge'])
  .default('refuse');

/**
 * What the configuration says of overlaps, for plugins that read nothing else of
 * the addresses.
 *
 * @throws InputError for a value that is neither
 *
 * @public
 */
export function overlapPolicyOf(
  config: Pick<RootConfigService, 'getOptionalString'>,
): OverlapPolicy {
  const value = config.getOptionalString(KEY);
  const result = overlapPolicySchema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      `The configuration is invalid:\n${KEY}: must be refuse or acknowledge, but is "${value}"`,
    );
  }
  return result.data;
}
