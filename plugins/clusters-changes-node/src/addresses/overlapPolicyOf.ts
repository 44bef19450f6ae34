import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { OverlapPolicy } from './AddressCheck';

const KEY = 'clusters.addresses.overlaps';

/**
 * What the configuration says of overlaps; they are refused by default.
 *
 * @throws InputError for a value that is neither
 *
 * @public
 */
export function overlapPolicyOf(
  config: Pick<RootConfigService, 'getOptionalString'>,
): OverlapPolicy {
  const value = config.getOptionalString(KEY) ?? 'refuse';
  if (value !== 'refuse' && value !== 'acknowledge') {
    throw new InputError(
      `The configuration is invalid:\n${KEY}: must be refuse or acknowledge, but is "${value}"`,
    );
  }
  return value;
}
