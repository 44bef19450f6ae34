import type { Memory } from '../../../rule/memory';
import type { World } from '../snapshotOf';

/**
 * Objects that software other than Karpenter's own AWS provider and Cilium
 * manages, beside the healthy cluster. The name of each such object begins with
 * `foreign`.
 */
export interface ForeignWorld {
  /** Added to the healthy cluster. */
  adds: World;
  /** Replaces objects of the healthy cluster from these sources. */
  replaces?: World;
  memory?: Memory;
  serverVersion?: string;
}
