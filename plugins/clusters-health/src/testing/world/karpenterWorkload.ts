import { Json, merge } from './merge';
import { pod } from './pods';
import { ago } from './time';

/** Karpenter's controller, two replicas, all available. */
export function karpenterDeployment(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'karpenter',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
        labels: { 'app.kubernetes.io/name': 'karpenter' },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'karpenter' } },
        template: {
          spec: {
            containers: [
              {
                name: 'controller',
                image: 'public.ecr.aws/karpenter/controller:1.14.1@sha256:00',
                env: [{ name: 'INTERRUPTION_QUEUE', value: 'test' }],
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2, readyReplicas: 2, updatedReplicas: 2 },
    },
    change,
  );
}

/** The same Deployment with another version of the controller. */
export function karpenterAt(version: string): Json {
  return karpenterDeployment({
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'controller',
              image: `public.ecr.aws/karpenter/controller:${version}`,
              env: [{ name: 'INTERRUPTION_QUEUE', value: 'test' }],
            },
          ],
        },
      },
    },
  });
}

/** A pod of Karpenter's controller. */
export function karpenterPod(name = 'karpenter-1', change: Json = {}): Json {
  return pod(
    name,
    merge(
      {
        metadata: {
          namespace: 'kube-system',
          labels: { 'app.kubernetes.io/name': 'karpenter' },
        },
        spec: { nodeName: 'system-1' },
        status: {
          containerStatuses: [
            { name: 'controller', ready: true, restartCount: 0 },
          ],
        },
      },
      change,
    ),
  );
}

/** Karpenter's lease, renewed so many minutes ago. */
export function karpenterLease(minutes = 0.01, change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: 'karpenter-leader-election',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
      },
      spec: {
        holderIdentity: 'karpenter-1_uuid',
        leaseDurationSeconds: 15,
        renewTime: ago(minutes),
      },
    },
    change,
  );
}
