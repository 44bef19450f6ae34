import { ago, pod, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Jobs that have ended: their pods have no endpoint and are not ready. */
export const completedJobs = lookAlike({
  name: 'completed-jobs',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  why: 'Pods of finished jobs stay until the job is deleted: phase Succeeded, not ready, an address in their status that is not theirs any more, no CiliumEndpoint.',
  mistakenFor: [
    'cilium/D15',
    'cilium/D16',
    'cilium/D20',
    'clusterworks/pods-waiting',
  ],
  build: () => {
    const cluster = standardCluster();
    for (let index = 0; index < 6; index += 1) {
      const machine = cluster.at(`general-${(index % 4) + 1}`);
      cluster.put(
        pod(`invoice-2948${index}-x7k2p`, {
          workload: service('invoice', 'office'),
          node: machine.nodeName,
          hostIp: machine.instance.ip,
          ip: `10.0.20.${index + 40}`,
          createdAt: ago('3h'),
          ready: false,
          metadata: {
            ownerReferences: [
              {
                apiVersion: 'batch/v1',
                blockOwnerDeletion: true,
                controller: true,
                kind: 'Job',
                name: `invoice-2948${index}`,
                uid: `job-${index}`,
              },
            ],
          },
          status: {
            phase: 'Succeeded',
            containerStatuses: [
              {
                name: 'invoice',
                image: 'registry.example.com/office/invoice:1',
                imageID: 'sha256:1',
                ready: false,
                restartCount: 0,
                started: false,
                lastState: {},
                state: {
                  terminated: {
                    exitCode: 0,
                    reason: 'Completed',
                    startedAt: ago('3h'),
                    finishedAt: ago('2.5h'),
                  },
                },
              },
            ],
          },
        }),
      );
    }
    return cluster;
  },
});
