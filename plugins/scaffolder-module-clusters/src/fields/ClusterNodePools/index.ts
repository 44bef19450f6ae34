import type { NodePoolFormValues } from '@clusterworks/plugin-clusters-spec';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { ClusterNodePools } from './ClusterNodePools';
import { defineField } from '../defineField';

/** `ui:field: ClusterNodePools`. */
export const clusterNodePoolsField = defineField({
  name: 'ClusterNodePools',
  component: ClusterNodePools,
  validation: (nodePools, errors, { formData }) =>
    addFieldIssues('nodePools', { ...formData, nodePools }, errors),
  // The spec's schema judges the value; this one only says that it is a list.
  schema: makeFieldSchema({
    output: z => z.array(z.custom<NodePoolFormValues>()),
  }),
});
