import { autoMode } from './autoMode';
import { fargate } from './fargate';
import type { ForeignWorld } from './ForeignWorld';
import { olderKarpenter } from './olderKarpenter';
import { otherCni } from './otherCni';
import { staticPool } from './staticPool';
import { windows } from './windows';

/** All foreign worlds, by what manages the objects. */
export const foreignWorlds = {
  'EKS Auto Mode': autoMode,
  Fargate: fargate,
  Windows: windows,
  'a node group with another CNI': otherCni,
  'a static pool': staticPool,
  'Karpenter 1.0': olderKarpenter,
} satisfies Record<string, ForeignWorld>;
