import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { ClusterCidr } from './ClusterCidr';

/** `ui:field: ClusterCidr`. */
export const clusterCidrField = createFormField({
  name: 'ClusterCidr',
  component: ClusterCidr,
  validation: (vpcCidr, errors, { formData }) =>
    addFieldIssues('vpcCidr', { ...formData, vpcCidr }, errors),
  schema: makeFieldSchema({ output: z => z.string() }),
});
