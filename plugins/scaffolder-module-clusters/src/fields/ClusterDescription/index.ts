import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { defineField } from '../defineField';
import { ClusterDescription } from './ClusterDescription';

/** `ui:field: ClusterDescription`. */
export const clusterDescriptionField = defineField({
  name: 'ClusterDescription',
  component: ClusterDescription,
  validation: (description, errors, { formData }) =>
    addFieldIssues('description', { ...formData, description }, errors),
  schema: makeFieldSchema({ output: z => z.string() }),
});
