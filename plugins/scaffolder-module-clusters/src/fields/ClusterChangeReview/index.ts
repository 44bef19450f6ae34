import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterChangeReview } from './ClusterChangeReview';
import { defineField } from '../defineField';

/** `ui:field: ClusterChangeReview`; its value is the sentence of the review. */
export const clusterChangeReviewField = defineField({
  name: 'ClusterChangeReview',
  component: ClusterChangeReview,
  schema: makeFieldSchema({ output: z => z.string() }),
});
