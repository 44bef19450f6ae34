import { InputError } from '@backstage/errors';
import { ownerRef } from '@clusterworks/plugin-clusters-spec';

/**
 * The user or service that requested a change.
 *
 * @public
 */
export interface Requester {
  /** `user:default/jane`; absent when a service made the request. */
  ref?: string;
  /** Groups that the user is a member of, if they are known. */
  groups?: string[];
}

const USER_REF =
  /^user:[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\/[a-z0-9]([-a-z0-9_.]{0,61}[a-z0-9])?$/i;

/** Whether a text is the reference of a user, such as `user:default/jane`. */
export function isUserRef(text: string): boolean {
  return USER_REF.test(text);
}

/**
 * @throws InputError when the user's reference is not valid in a commit message
 */
export function checkRequester({ ref }: Requester): void {
  if (ref !== undefined && !isUserRef(ref)) {
    throw new InputError(
      `requester: must be the reference of a user, not ${JSON.stringify(ref)}`,
    );
  }
}

/**
 * Whether the user is the owner or a member of the owner; false when unknown.
 */
export function actsFor({ ref, groups }: Requester, owner: string): boolean {
  const wanted = ownerRef(owner);
  return [...(groups ?? []), ...(ref ? [ref] : [])].some(
    each => ownerRef(each) === wanted,
  );
}
