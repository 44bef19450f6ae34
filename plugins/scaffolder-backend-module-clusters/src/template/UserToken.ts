/**
 * How a form asks for the user's own token, where the scaffolder may not write
 * with the credentials of the portal.
 */
export interface UserToken {
  /** The repository to write to, where the form does not know it otherwise. */
  repository?: string;
}

/** Name under which the steps find the token among the secrets of a task. */
const SECRETS_KEY = 'USER_OAUTH_TOKEN';

/** Options of the field that asks for the token; none without `userToken`. */
export function tokenOptions(userToken: UserToken | undefined) {
  return userToken
    ? {
        'ui:options': {
          requestUserCredentials: { secretsKey: SECRETS_KEY, ...userToken },
        },
      }
    : {};
}
