import { useEffect, useState } from 'react';
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

/** The user's token for a repository. */
export type UserToken = {
  /** Absent when the template asks for none, or the user gave none. */
  token?: string;
  /** Whether the user is being asked. */
  isAwaited: boolean;
};

/**
 * Asks the user for a token of their own where the template wants one, and
 * hands it to the task as a secret: it never becomes a value of the form.
 *
 * @param known - the repository to write to; default: that of the template
 */
export function useUserToken(
  known: string | undefined,
  uiSchema: unknown,
): UserToken {
  const scmAuth = useApi(scmAuthApiRef);
  const { secrets, setSecrets } = useTemplateSecrets();
  const [refused, setRefused] = useState<string>();
  const key = requestOf(uiSchema, 'secretsKey');
  const repository = known ?? requestOf(uiSchema, 'repository');
  const token = key === undefined ? undefined : secrets[key];
  const isKnown = token !== undefined;
  useEffect(() => {
    if (repository && key && !isKnown) {
      scmAuth
        .getCredentials({
          url: repository,
          additionalScope: { repoWrite: true },
        })
        .then(({ token: given }) => setSecrets({ [key]: given }))
        // Without a token the action says what is missing.
        .catch(() => setRefused(repository));
    }
  }, [repository, key, isKnown, scmAuth, setSecrets]);
  const isAsked = repository !== undefined && key !== undefined && !isKnown;
  return {
    ...(token ? { token } : {}),
    isAwaited: isAsked && refused !== repository,
  };
}
