import { ago, nodePool, poolFacts } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A bare metal instance that takes minutes to boot, as they all do. */
export const bareMetalBoots = lookAlike({
  name: 'bare-metal-boots',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-regions.html',
  why: 'The pool launches c5n.metal. Bare metal instances boot their hardware first, which takes longer than with virtual ones: six minutes without a node are nothing unusual.',
  mistakenFor: ['karpenter/L1', 'karpenter/P4'],
  neutral: ['karpenter/P8'],
  saysNot: ['delete'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('metal', { weight: 10 });
    cluster.put(
      nodePool('metal', { manifest: pool.spec, registrationHealthyAt: null }),
    );
    cluster.machine('metal-1', {
      type: 'c5n.metal',
      pool,
      createdAt: ago('6m'),
      joinedAt: null,
    });
    return cluster;
  },
});
