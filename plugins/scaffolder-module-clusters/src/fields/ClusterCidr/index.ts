import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { ClusterCidr } from './ClusterCidr';
import { defineField } from '../defineField';

/** `ui:field: ClusterCidr`. */
export const clusterCidrField = defineField({
  name: 'ClusterCidr',
  component: ClusterCidr,
  validation: (vpcCidr, errors, { formData }) =>
    addFieldIssues('vpcCidr', { ...formData, vpcCidr }, errors),
  schema: makeFieldSchema({ output: z => z.string() }),
});
