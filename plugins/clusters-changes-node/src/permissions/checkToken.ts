import { InputError } from '@backstage/errors';

/**
 * The requester's own token, if there is one.
 *
 * @param isRequired - `scaffolder.requireScmUserCredentials`, which forbids to
 *   act with the portal's credentials
 * @throws InputError when the token is required and missing
 *
 * @public
 */
export function checkToken(
  token: string | undefined,
  isRequired: boolean,
): string | undefined {
  if (token) {
    return token;
  }
  if (isRequired) {
    throw new InputError(
      'token: must be given, because scaffolder.requireScmUserCredentials is set: the template has to ask for the token of its user',
    );
  }
  return undefined;
}
