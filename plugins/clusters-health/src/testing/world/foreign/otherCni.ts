import * as kube from '@clusterworks/kube-fixtures';
import { ciliumDaemonSet } from '../ciliumWorkload';
import type { Json } from '../merge';
import { podsOn, sandboxEvent } from './foreignPods';
import type { ForeignWorld } from './ForeignWorld';
import { notOn, onNodes } from './onNodes';
import { withoutCilium } from './withoutCilium';

const nodegroup = 'eks.amazonaws.com/nodegroup';

/** A managed node group with the VPC CNI and kube-proxy instead of Cilium. */
export const otherCni: ForeignWorld = {
  adds: {
    nodes: [
      withoutCilium('group-1', { [nodegroup]: 'foreign' }),
      withoutCilium('group-2', { [nodegroup]: 'foreign' }),
    ],
    pods: podsOn('foreign-group-1'),
    events: [sandboxEvent],
    daemonsets: ['aws-node', 'kube-proxy'].map(name =>
      kube.merge(
        kube.daemonSet(
          kube.service(name, 'kube-system', {
            container: { name, image: `${name}:1` },
          }),
          onNodes({ key: nodegroup, operator: 'In', values: ['foreign'] }),
        ) as unknown as Json,
        { status: { desiredNumberScheduled: 2 } },
      ),
    ),
  },
  replaces: { daemonsets: [ciliumDaemonSet(notOn(nodegroup, 'foreign'))] },
};
