import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterChangeReview } from './ClusterChangeReview';

/** `ui:field: ClusterChangeReview`; its value is the sentence of the review. */
export const clusterChangeReviewField = createFormField({
  name: 'ClusterChangeReview',
  component: ClusterChangeReview,
  schema: makeFieldSchema({ output: z => z.string() }),
});
