import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterName } from './ClusterName';
import { validateClusterName } from './validateClusterName';

/** `ui:field: ClusterName`. */
export const clusterNameField = createFormField({
  name: 'ClusterName',
  component: ClusterName,
  validation: validateClusterName,
  schema: makeFieldSchema({ output: z => z.string() }),
});
