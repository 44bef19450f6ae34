import { volumeAttachment } from '@clusterworks/kube-fixtures';
import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  condition,
  karpenterEvent,
  type Json,
  node,
  nodeClaim,
  nodePool,
  pod,
} from '../../../testing/world';
import { nodeclaimStuckDeleting } from './nodeclaimStuckDeleting';

const going = (
  minutes: number,
  spec: Record<string, unknown> = {},
  ...conditions: Json[]
) =>
  nodeClaim('general-1', {
    metadata: {
      deletionTimestamp: ago(minutes),
      finalizers: ['karpenter.sh/termination'],
    },
    spec,
    ...(conditions.length > 0 ? { status: { conditions } } : {}),
  });

const draining = condition('Drained', 'Unknown', 19, 'Draining');
const drained = condition('Drained', 'True', 19);
const waitsForVolumes = condition(
  'VolumesDetached',
  'Unknown',
  19,
  'AwaitingVolumeDetachment',
);
const volumesDetached = condition('VolumesDetached', 'True', 19);
const ending = condition('InstanceTerminating', 'True', 18);

const budget = (name: string, spec: Json, status: Json = {}) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'default', creationTimestamp: ago(99) },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
  status: {
    disruptionsAllowed: 0,
    currentHealthy: 1,
    desiredHealthy: 2,
    ...status,
  },
});
const web = (change: Json = {}) =>
  pod('web-1', { metadata: { labels: { app: 'web' } }, ...change });
const attachment = (
  name: string,
  facts: Partial<Parameters<typeof volumeAttachment>[1]> = {},
) => volumeAttachment(name, { node: 'node-general-1', ...facts });
const unready = condition('Ready', 'False', 30);

describeRule(nodeclaimStuckDeleting, [
  {
    name: 'warns after 15 minutes',
    world: { nodeclaims: [going(16)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'warns for an hour, and restarts nothing',
    world: { nodeclaims: [going(60, {}, draining)] },
    state: 'fired',
    severity: 'warning',
    offersNot: /rollout restart/,
  },
  {
    name: 'is critical after an hour',
    world: { nodeclaims: [going(61)] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'is never critical in a cluster that is being taken down',
    world: {
      nodeclaims: [going(300)],
      nodepools: [
        nodePool('general', {
          metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'waits for 15 minutes',
    world: { nodeclaims: [going(14)] },
    state: 'pass',
  },
  {
    name: 'fires after the grace period and a margin',
    world: { nodeclaims: [going(7.1, { terminationGracePeriod: '2m' })] },
    state: 'fired',
  },
  {
    name: 'waits for the grace period and a margin',
    world: { nodeclaims: [going(6.9, { terminationGracePeriod: '2m' })] },
    state: 'pass',
  },
  {
    name: 'names the budget that holds it',
    world: {
      nodeclaims: [going(20)],
      pods: [web()],
      poddisruptionbudgets: [budget('guard', { minAvailable: 1 })],
    },
    state: 'fired',
    says: 'held by PodDisruptionBudget guard',
  },
  {
    name: 'names all budgets when several cover a pod',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web()],
      poddisruptionbudgets: ['one', 'two'].map(name =>
        budget(name, { maxUnavailable: 1 }, { disruptionsAllowed: 1 }),
      ),
    },
    state: 'fired',
    says: 'more than one PodDisruptionBudget covers it (one, two)',
    offers: 'delete or narrow the others',
  },
  {
    name: 'does not blame a budget that allows an eviction, or a budget of other pods',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web()],
      poddisruptionbudgets: [
        budget('guard', { maxUnavailable: 1 }, { disruptionsAllowed: 1 }),
        budget('other', { selector: { matchLabels: { app: 'api' } } }),
      ],
    },
    state: 'fired',
    says: 'nothing that can be seen holds its 1 pod',
    offersNot: /rollout restart/,
  },
  {
    name: 'does not blame budgets for a pod that has not started',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web({ status: { phase: 'Pending' } })],
      poddisruptionbudgets: ['one', 'two'].map(name => budget(name, {})),
    },
    state: 'fired',
    says: 'nothing that can be seen holds its 1 pod',
  },
  {
    name: 'does not blame a budget that allows the eviction of unready pods',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web({ status: { conditions: [unready] } })],
      poddisruptionbudgets: [
        budget('guard', { unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
      ],
    },
    state: 'fired',
    says: 'nothing that can be seen holds its 1 pod',
  },
  {
    name: 'blames a budget that also protects unready pods',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web({ status: { conditions: [unready] } })],
      poddisruptionbudgets: [budget('guard', {})],
    },
    state: 'fired',
    says: 'held by PodDisruptionBudget guard',
  },
  {
    name: 'names a pod of a DaemonSet that a budget protects',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [
        web({
          metadata: {
            labels: { app: 'web' },
            ownerReferences: [{ kind: 'DaemonSet', name: 'web' }],
          },
        }),
      ],
      poddisruptionbudgets: [budget('guard', {})],
    },
    state: 'fired',
    says: 'held by PodDisruptionBudget guard',
  },
  {
    name: 'does not wait for pods that tolerate the taint',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web({ spec: { tolerations: [{ operator: 'Exists' }] } })],
      poddisruptionbudgets: [budget('guard', {})],
    },
    state: 'fired',
    says: 'only pods are left that tolerate the taint karpenter.sh/disrupted, as web',
  },
  {
    name: 'restarts a controller that has evicted nothing for an hour',
    world: { nodeclaims: [going(61, {}, draining)] },
    state: 'fired',
    severity: 'critical',
    says: 'nothing that can be seen holds its',
    offers: 'rollout restart deployment karpenter',
  },
  {
    name: 'names no blocker when budgets are forbidden',
    world: { nodeclaims: [going(20, {}, draining)] },
    states: { poddisruptionbudgets: 'forbidden' },
    state: 'fired',
    says: /has not gone for 20 min: it is still being drained$/,
  },
  {
    name: 'says that volumes are still attached, with the event of Karpenter',
    world: {
      nodeclaims: [going(20, {}, drained, waitsForVolumes)],
      events: [
        karpenterEvent(
          'Node',
          'node-general-1',
          'AwaitingVolumeDetachment',
          'Awaiting deletion of bound volumeattachments (csi-1)',
        ),
      ],
    },
    state: 'fired',
    states: { volumeattachments: 'forbidden' },
    says: 'volumes are still attached (Awaiting deletion of bound volumeattachments (csi-1))',
    offers: 'kubectl get volumeattachments',
    offersNot: /get pods/,
  },
  {
    name: 'names the volume and its driver, and says why it is not detached',
    world: {
      nodeclaims: [going(20, {}, drained, waitsForVolumes)],
      volumeattachments: [
        attachment('csi-2', { volume: 'pvc-2' }),
        attachment('csi-1', {
          deletedAt: ago(19),
          detachError: 'volume is busy',
        }),
        attachment('csi-3', { node: 'node-general-2' }),
      ],
    },
    state: 'fired',
    says: 'volume pvc-1 (ebs.csi.aws.com) and 1 more are still attached to it (volume is busy)',
    offers: 'app=ebs-csi-controller',
  },
  {
    name: 'does not offer the log of another driver',
    world: {
      nodeclaims: [going(20, {}, drained, waitsForVolumes)],
      volumeattachments: [
        attachment('csi-1', { spec: { attacher: 'fsx.csi.aws.com' } }),
      ],
    },
    state: 'fired',
    says: 'volume pvc-1 (fsx.csi.aws.com) is still attached',
    offers: 'driver fsx.csi.aws.com does not detach',
    offersNot: /ebs-csi-controller/,
  },
  {
    name: 'infers the stage of an older Karpenter from the attached volumes',
    world: {
      nodeclaims: [going(20)],
      pods: [],
      volumeattachments: [attachment('csi-1')],
    },
    state: 'fired',
    says: 'volume pvc-1 (ebs.csi.aws.com) is still attached to it',
  },
  {
    name: 'does not mention volumes when none is attached',
    world: {
      nodeclaims: [going(20, {}, drained, waitsForVolumes)],
      volumeattachments: [attachment('csi-3', { node: 'node-general-2' })],
    },
    state: 'fired',
    says: 'although no VolumeAttachment names the node',
    offersNot: /volumeattachments|csi-controller/,
  },
  {
    name: 'blames no volume while pods are still evicted',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [web()],
      poddisruptionbudgets: [budget('guard', { minAvailable: 1 })],
      volumeattachments: [attachment('csi-1')],
    },
    state: 'fired',
    says: 'held by PodDisruptionBudget guard',
    offersNot: /volume/,
  },
  {
    name: 'says that only the finalizer is left',
    world: {
      nodeclaims: [going(20, {}, drained, volumesDetached, ending)],
    },
    state: 'fired',
    says: 'only the finalizer karpenter.sh/termination still holds it',
    offers: 'describe-instances',
    offersNot: /get pods/,
  },
  {
    name: 'says so for an older Karpenter too, which reports no earlier stage',
    world: { nodeclaims: [going(20, {}, ending)] },
    state: 'fired',
    says: 'only the finalizer karpenter.sh/termination still holds it',
  },
  {
    name: 'no longer waits for volumes when the grace period is over',
    world: {
      nodeclaims: [
        going(20, {}, drained, condition('VolumesDetached', 'False', 2)),
      ],
    },
    state: 'fired',
    says: 'only the finalizer',
  },
  {
    name: 'says for an older Karpenter that no pod is left',
    world: { nodeclaims: [going(20)], pods: [] },
    states: { volumeattachments: 'forbidden' },
    state: 'fired',
    says: 'no pod of it is left to evict; volumes or its finalizer hold it',
    offers: 'kubectl get volumeattachments',
  },
  {
    name: 'says for an older Karpenter that neither pod nor volume is left',
    world: { nodeclaims: [going(20)], pods: [] },
    state: 'fired',
    says: 'no volume is attached; only its finalizer holds it',
    offersNot: /volumeattachments/,
  },
  {
    name: 'finds a Node that is being deleted without its NodeClaim',
    world: {
      nodes: [node('general-1', { metadata: { deletionTimestamp: ago(61) } })],
      nodeclaims: [],
    },
    said: ['critical Node/node-general-1'],
    says: 'only its finalizer',
    offers: 'describe-instances',
  },
  {
    name: 'waits for 15 minutes for a Node without its NodeClaim',
    world: {
      nodes: [node('general-1', { metadata: { deletionTimestamp: ago(14) } })],
      nodeclaims: [],
    },
    state: 'pass',
  },
  {
    name: 'does not blame a pod whose do-not-disrupt duration is over',
    world: {
      nodeclaims: [going(20, {}, draining)],
      pods: [
        pod('job-1', {
          metadata: {
            creationTimestamp: ago(120),
            annotations: { 'karpenter.sh/do-not-disrupt': '1h' },
          },
          status: { startTime: ago(120) },
        }),
      ],
    },
    state: 'fired',
    says: 'nothing that can be seen holds',
  },
  {
    name: 'names the pod that asks not to be disrupted',
    world: {
      nodeclaims: [going(20)],
      pods: [
        pod('job-1', {
          metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
        }),
      ],
    },
    state: 'fired',
    says: 'held by pod job-1',
  },
]);
