import { ago } from './testTime';

interface NodeOptions {
  age?: number;
  ready?: 'True' | 'False' | 'Unknown';
  network?: 'True' | 'False';
  taints?: object[];
  labels?: object;
  instance?: string;
  uid?: string;
  deleted?: boolean;
  pods?: string;
}

/** A Node, in service for an hour unless said otherwise. */
export function node(name: string, options: NodeOptions = {}): object {
  const created = ago(options.age ?? 3600);
  const { network = 'False' } = options;
  return {
    metadata: {
      name,
      uid: options.uid ?? `uid-${name}`,
      creationTimestamp: created,
      deletionTimestamp: options.deleted ? ago(10) : undefined,
      labels: options.labels ?? {},
    },
    spec: {
      providerID: `aws:///eu-west-1a/${options.instance ?? `i-${name}`}`,
      taints: options.taints,
    },
    status: {
      allocatable: { pods: options.pods ?? '29' },
      conditions: [
        {
          type: 'Ready',
          status: options.ready ?? 'True',
          lastTransitionTime: created,
        },
        ...('network' in options && options.network === undefined
          ? []
          : [
              {
                type: 'NetworkUnavailable',
                status: network,
                reason: 'CiliumIsUp',
                lastTransitionTime: created,
              },
            ]),
      ],
    },
  };
}

/** Cilium's start-up taint. */
export const startupTaint = {
  key: 'node.cilium.io/agent-not-ready',
  value: 'true',
  effect: 'NoExecute',
};
