import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { collectClusterSpecIssues } from '@clusterworks/plugin-clusters-spec';
import type { ChangeValue } from './ChangeValue';
import { ClusterChange } from './ClusterChange';
import { textOf } from '../textOf';
import { defineField } from '../defineField';

/**
 * `ui:field: ClusterChange`; the form does not go on with a spec that would be
 * refused.
 */
export const clusterChangeField = defineField({
  name: 'ClusterChange',
  component: ClusterChange,
  validation: (value, errors, { apiHolder }) => {
    if (!value?.spec) {
      errors.addError(
        textOf(apiHolder)?.('change.unreadable') ??
          'cluster.yaml cannot be read like this',
      );
      return;
    }
    for (const { path, message } of collectClusterSpecIssues(value.spec)) {
      errors.addError(`${path}: ${message}`);
    }
  },
  schema: makeFieldSchema({ output: z => z.custom<ChangeValue>() }),
});
