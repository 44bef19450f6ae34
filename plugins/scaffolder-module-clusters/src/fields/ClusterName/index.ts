import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterName } from './ClusterName';
import { validateClusterName } from './validateClusterName';
import { defineField } from '../defineField';

/** `ui:field: ClusterName`. */
export const clusterNameField = defineField({
  name: 'ClusterName',
  component: ClusterName,
  validation: validateClusterName,
  schema: makeFieldSchema({ output: z => z.string() }),
});
