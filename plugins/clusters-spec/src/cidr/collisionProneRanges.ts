import { parseCidr, type Cidr } from './Cidr';

/**
 * What else commonly has a range: the first choice of many networks, the
 * Services of Kubernetes, Docker's bridges, VPCs that AWS makes by itself,
 * networks at home, and the shared space of carriers.
 *
 * @public
 */
export type CollisionCause =
  | 'firstChoice'
  | 'services'
  | 'docker'
  | 'defaultVpc'
  | 'home'
  | 'carrier';

/**
 * A private range that other networks are likely to have too.
 *
 * @public
 */
export type CollisionProneRange = { cidr: Cidr; cause: CollisionCause };

/**
 * Private ranges that other networks are likely to have too. A VPC in one of
 * them may never be connected with those, so a new cluster gets one last.
 *
 * @public
 */
export const collisionProneRanges: readonly CollisionProneRange[] = (
  [
    ['10.0.0.0/16', 'firstChoice'],
    // The default of kubeadm, and within it that of EKS.
    ['10.96.0.0/12', 'services'],
    ['172.20.0.0/16', 'services'],
    ['172.17.0.0/16', 'docker'],
    ['172.31.0.0/16', 'defaultVpc'],
    ['192.168.0.0/16', 'home'],
    ['100.64.0.0/10', 'carrier'],
  ] as const
).map(([text, cause]) => ({ cidr: parseCidr(text), cause }));
