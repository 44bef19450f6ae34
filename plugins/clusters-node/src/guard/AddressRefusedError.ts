import { NotAllowedError } from '@backstage/errors';

/**
 * A host name resolves to an address that must not be connected to.
 *
 * @public
 */
export class AddressRefusedError extends NotAllowedError {
  /** Distinguishes this error from network errors. */
  readonly code = 'ERR_ADDRESS_REFUSED';
}
