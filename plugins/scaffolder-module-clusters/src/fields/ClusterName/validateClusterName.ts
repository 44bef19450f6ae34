import {
  discoveryApiRef,
  fetchApiRef,
  type ApiHolder,
} from '@backstage/core-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import { addFieldIssues } from '../addFieldIssues';
import { textOf } from '../textOf';

async function isTaken(name: string, apiHolder: ApiHolder): Promise<boolean> {
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) {
    return false;
  }
  const client = new ClustersClient({ discoveryApi, fetchApi });
  try {
    const { items } = await client.getFleet({ filter: `name:${name}` });
    return items.some(row => row.name === name);
  } catch {
    // Without the backend the form accepts the name; the action checks it again.
    return false;
  }
}

/** Refuses a name that the spec refuses, or that a cluster has already. */
export const validateClusterName: CustomFieldValidator<string> = async (
  name,
  errors,
  { formData, apiHolder },
) => {
  let hasProblems = false;
  addFieldIssues(
    'name',
    { ...formData, name },
    {
      addError: message => {
        hasProblems = true;
        errors.addError(message);
      },
    },
  );
  if (!hasProblems && name && (await isTaken(name, apiHolder))) {
    errors.addError(
      textOf(apiHolder)?.('name.taken', { name }) ??
        `"${name}" is the name of a cluster already`,
    );
  }
};
