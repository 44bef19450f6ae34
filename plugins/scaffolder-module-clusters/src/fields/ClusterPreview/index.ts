import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { collectClusterFormIssues } from '@clusterworks/plugin-clusters-spec';
import { ClusterPreview } from './ClusterPreview';
import { defineField } from '../defineField';

/**
 * `ui:field: ClusterPreview`; the form does not go on with values that would
 * be refused.
 */
export const clusterPreviewField = defineField({
  name: 'ClusterPreview',
  component: ClusterPreview,
  validation: (_preview, errors, { formData }) => {
    for (const { field, path, message } of collectClusterFormIssues(formData)) {
      errors.addError(`${field ?? path}: ${message}`);
    }
  },
  schema: makeFieldSchema({ output: z => z.string() }),
});
