import { ago, hubbleRelay, pod, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Hubble is on and well; its certificate job has run and ended. */
export const hubbleCertificateJob = lookAlike({
  name: 'hubble-certificate-job',
  source:
    'https://docs.cilium.io/en/stable/observability/hubble/configuration/tls/',
  why: 'Relay serves; the pod of the job that renews certificates has ended and stays.',
  mistakenFor: ['cilium/D05', 'cilium/D15', 'cilium/D02'],
  build: () => {
    const cluster = standardCluster({ hubble: true });
    cluster.run(hubbleRelay(cluster.facts), ['system-2']);
    const machine = cluster.at('system-1');
    cluster.put(
      pod('hubble-generate-certs-29481-k2x9f', {
        workload: {
          ...service('hubble-generate-certs', 'kube-system'),
          labels: { 'k8s-app': 'hubble-generate-certs' },
        },
        node: machine.nodeName,
        hostIp: machine.instance.ip,
        ready: false,
        createdAt: ago('12d'),
        status: {
          phase: 'Succeeded',
          containerStatuses: [
            {
              name: 'certgen',
              image: 'quay.io/cilium/certgen:v0.3.1',
              imageID: '',
              ready: false,
              restartCount: 0,
              lastState: {},
              state: {
                terminated: {
                  exitCode: 0,
                  reason: 'Completed',
                  startedAt: ago('12d'),
                  finishedAt: ago('12d'),
                },
              },
            },
          ],
        },
      }),
    );
    return cluster;
  },
});
