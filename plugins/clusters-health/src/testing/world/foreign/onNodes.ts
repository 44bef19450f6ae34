import type { Json } from '../merge';

/** A DaemonSet that runs only on nodes that meet the given requirements. */
export function onNodes(...matchExpressions: Json[]): Json {
  return {
    spec: {
      template: {
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [{ matchExpressions }],
              },
            },
          },
        },
      },
    },
  };
}

/** A DaemonSet that avoids nodes whose label has one of the given values. */
export const notOn = (key: string, ...values: string[]) =>
  onNodes({ key, operator: 'NotIn', values });
