import { useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';

/** Where a template asks for a token: `ui:options.requestUserCredentials`. */
function requestOf(uiSchema: unknown, field: 'secretsKey' | 'repository') {
  const { 'ui:options': options } = (uiSchema ?? {}) as {
    'ui:options'?: { requestUserCredentials?: Record<string, unknown> };
  };
  const value = options?.requestUserCredentials?.[field];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Asks the user for a token of their own where the template wants one, and
 * hands it to the task as a secret: it never becomes a value of the form.
 *
 * @param known - the repository to write to; default: that of the template
 */
export function useUserToken(
  known: string | undefined,
  uiSchema: unknown,
): void {
  const scmAuth = useApi(scmAuthApiRef);
  const { secrets, setSecrets } = useTemplateSecrets();
  const key = requestOf(uiSchema, 'secretsKey');
  const repository = known ?? requestOf(uiSchema, 'repository');
  const isKnown = key !== undefined && secrets[key] !== undefined;
  useEffect(() => {
    if (repository && key && !isKnown) {
      scmAuth
        .getCredentials({
          url: repository,
          additionalScope: { repoWrite: true },
        })
        .then(({ token }) => setSecrets({ [key]: token }))
        // Without a token the action says what is missing.
        .catch(() => {});
    }
  }, [repository, key, isKnown, scmAuth, setSecrets]);
}
