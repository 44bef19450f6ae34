import { ago, service } from '@clusterworks/kube-fixtures';
import { saidOfBoth, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pod that asks not to be disrupted, and nothing wants to disrupt it. */
export const doNotDisruptInQuietTimes = lookAlike({
  name: 'do-not-disrupt-in-quiet-times',
  source: 'https://karpenter.sh/docs/concepts/disruption/#pod-level-controls',
  why: 'A long calculation carries karpenter.sh/do-not-disrupt. Karpenter says that it will not consolidate the node; that is what was asked for.',
  mistakenFor: ['karpenter/L6', 'karpenter/L5', 'karpenter/P6'],
  neutral: ['karpenter/L11'],
  build: () => {
    const cluster = standardCluster();
    const [name] = cluster.run(service('forecast', 'office'), ['general-4']);
    cluster.edit('Pod', name, {
      metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
    });
    cluster.put(
      ...saidOfBoth(
        cluster.at('general-4'),
        {
          type: 'Normal',
          reason: 'DisruptionBlocked',
          message: `Pod has "karpenter.sh/do-not-disrupt" annotation (Pod=office/${name})`,
        },
        { firstAt: ago('2h'), at: ago('4m'), count: 40 },
      ),
    );
    return cluster;
  },
});
