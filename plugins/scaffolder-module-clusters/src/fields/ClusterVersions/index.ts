import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { ClusterVersions } from './ClusterVersions';
import { defineField } from '../defineField';

/** `ui:field: ClusterVersions`; its value is the name of a profile. */
export const clusterVersionsField = defineField({
  name: 'ClusterVersions',
  component: ClusterVersions,
  validation: (profile, errors, { formData }) =>
    addFieldIssues('profile', { ...formData, profile }, errors),
  schema: makeFieldSchema({ output: z => z.string() }),
});
