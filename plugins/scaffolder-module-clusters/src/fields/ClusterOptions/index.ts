import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { collectClusterFormIssues } from '@clusterworks/plugin-clusters-spec';
import { defineField } from '../defineField';
import { textOf } from '../textOf';
import { ClusterOptions } from './ClusterOptions';

/** `ui:field: ClusterOptions`; each control says its own problems. */
export const clusterOptionsField = defineField({
  name: 'ClusterOptions',
  component: ClusterOptions,
  validation: (options, errors, { formData, apiHolder }) => {
    const issues = collectClusterFormIssues({ ...formData, options }).filter(
      ({ field }) => field === 'options',
    );
    if (issues.length > 0) {
      errors.addError(
        textOf(apiHolder)?.('options.problems', { count: issues.length }) ??
          `${issues.length} values must be corrected`,
      );
    }
  },
  schema: makeFieldSchema({
    output: z => z.record(z.string(), z.unknown()),
  }),
});
