import {
  ago,
  ciliumEnvoy,
  kubeletEvent,
  pod,
} from '@clusterworks/kube-fixtures';
import { daemonPodName, podNamed, standardCluster } from '../../world';
import { fault } from '../Case';

/** The image of Cilium's Envoy cannot be pulled on new nodes. */
export const envoyImageIsMissing = fault({
  name: 'envoy-image-is-missing',
  source: 'https://docs.cilium.io/en/stable/security/network/proxy/envoy/',
  why: 'A mirror lacks the image of cilium-envoy. On two nodes it does not start since 26 minutes: layer 7 policies do not work there.',
  verdict: 'degraded',
  root: ['cilium/D04'],
  rootsMax: 1,
  mistakenFor: ['cilium/D01', 'cilium/D02', 'cilium/D03'],
  says: ['ImagePullBackOff|image'],
  build: () => {
    const cluster = standardCluster();
    for (const key of ['general-1', 'general-2']) {
      const machine = cluster.at(key);
      const name = daemonPodName('cilium-envoy', machine);
      cluster.put(
        pod(name, {
          workload: ciliumEnvoy(),
          node: machine.nodeName,
          hostIp: machine.instance.ip,
          createdAt: ago('26m'),
          startedAt: null,
          waiting: {
            reason: 'ImagePullBackOff',
            message:
              'Back-off pulling image "mirror.example.com/cilium-envoy:v1.34.10"',
          },
        }),
        kubeletEvent(
          podNamed(name, 'kube-system'),
          {
            reason: 'Failed',
            message:
              'Failed to pull image "mirror.example.com/cilium-envoy:v1.34.10": not found',
          },
          { firstAt: ago('26m'), at: ago('1m'), count: 8 },
        ),
      );
    }
    cluster.edit('DaemonSet', 'cilium-envoy', {
      status: { numberReady: 4, numberAvailable: 4, numberUnavailable: 2 },
    });
    return cluster;
  },
});
