import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterCidr } from './ClusterCidr';
import { defineField } from '../defineField';
import { validateClusterCidr } from './validateClusterCidr';

/** `ui:field: ClusterCidr`. */
export const clusterCidrField = defineField({
  name: 'ClusterCidr',
  component: ClusterCidr,
  validation: validateClusterCidr,
  schema: makeFieldSchema({ output: z => z.string() }),
});
