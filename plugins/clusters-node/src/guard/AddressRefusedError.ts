import { NotAllowedError } from '@backstage/errors';

/**
 * A host name leads to an address that must not be connected to.
 *
 * @public
 */
export class AddressRefusedError extends NotAllowedError {
  /** Tells it apart from errors of the network. */
  readonly code = 'ERR_ADDRESS_REFUSED';
}
