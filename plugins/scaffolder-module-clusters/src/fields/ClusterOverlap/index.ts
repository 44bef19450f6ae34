import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { defineField } from '../defineField';
import { ClusterOverlap } from './ClusterOverlap';

export { OverlapReason } from './OverlapReason';
export { useBoundReason } from './useBoundReason';

/** `ui:field: ClusterOverlap`. */
export const clusterOverlapField = defineField({
  name: 'ClusterOverlap',
  component: ClusterOverlap,
  schema: makeFieldSchema({ output: z => z.string() }),
});
