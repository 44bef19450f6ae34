import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { knownAnswer } from '../knownAnswers';
import { textOf } from '../textOf';
import { nameKey } from './useTakenName';

/**
 * Refuses a name that the spec refuses, or that a cluster has already, as far
 * as that is known; the action checks it again.
 */
export const validateClusterName: CustomFieldValidator<string> = (
  name,
  errors,
  { formData, apiHolder },
) => {
  addFieldIssues('name', { ...formData, name }, errors);
  if (name && knownAnswer<boolean>(apiHolder, nameKey(name))) {
    errors.addError(
      textOf(apiHolder)?.('name.taken', { name }) ??
        `"${name}" is the name of a cluster already`,
    );
  }
};
