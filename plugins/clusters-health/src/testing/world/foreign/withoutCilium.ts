import { condition } from '../conditions';
import type { Json } from '../merge';
import { node } from '../nodes';

/** A Node without any sign of Cilium's operator. */
export function withoutCilium(
  name: string,
  labels: Json,
  change: Json = {},
): Json {
  return node(name, {
    ...change,
    metadata: {
      name: `foreign-${name}`,
      labels: {
        'karpenter.sh/nodepool': undefined,
        'karpenter.sh/initialized': undefined,
        'karpenter.k8s.aws/ec2nodeclass': undefined,
        ...labels,
      },
    },
    status: {
      conditions: [condition('Ready', 'True', 600)],
      ...(change.status as Json | undefined),
    },
  });
}
