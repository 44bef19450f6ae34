import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * Whether only people may open pull requests, with their own tokens, as
 * `scaffolder.requireScmUserCredentials` says.
 *
 * @public
 */
export function requiresUserToken(root: RootConfigService): boolean {
  return (
    root.getOptionalBoolean('scaffolder.requireScmUserCredentials') ?? false
  );
}
