import { condition } from './conditions';
import { Json, merge } from './merge';
import { ago } from './time';

/** A pod that runs. */
export function pod(name: string, change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace: 'default',
        uid: `pod-${name}`,
        creationTimestamp: ago(50),
        ownerReferences: [
          { kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true },
        ],
      },
      spec: {
        nodeName: 'node-general-1',
        containers: [
          {
            name: 'app',
            resources: { requests: { cpu: '500m', memory: '1Gi' } },
          },
        ],
      },
      status: {
        phase: 'Running',
        podIP: '10.0.1.5',
        conditions: [condition('PodScheduled', 'True', 50)],
        containerStatuses: [{ name: 'app', ready: true, restartCount: 0 }],
      },
    },
    change,
  );
}

/** A pod that fits nowhere, for so many minutes. */
export function waitingPod(
  name: string,
  minutes: number,
  change: Json = {},
): Json {
  return pod(
    name,
    merge(
      {
        metadata: { creationTimestamp: ago(minutes) },
        spec: { nodeName: undefined },
        status: {
          phase: 'Pending',
          podIP: undefined,
          containerStatuses: undefined,
          conditions: [
            condition('PodScheduled', 'False', minutes, 'Unschedulable', '0/1'),
          ],
        },
      },
      change,
    ),
  );
}
