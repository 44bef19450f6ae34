import type {
  CiliumNodeFacts,
  Eni,
  Instance,
  NodeClaimFacts,
  NodeFacts,
} from '@clusterworks/kube-fixtures';
import type { PoolPlan } from '../plan/PoolPlan';

/** The NodeClaim of a machine that Karpenter launched. */
export type Claim = NodeClaimFacts & {
  name: string;
  uid: string;
  pool: PoolPlan;
};

/** One EC2 instance with everything that the cluster knows about it. */
export interface Machine {
  /** Of its Node and its CiliumNode. */
  name: string;
  instance: Instance;
  /** Absent for a node of the managed node group. */
  claim?: Claim;
  /** Its Node exists once `registeredAt` is set. */
  node: NodeFacts & { uid: string };
  /** Its CiliumNode exists once `stage` is set. */
  cilium: CiliumNodeFacts & { enis: Eni[]; used: Map<string, string> };
}

/** A machine that Karpenter launched. */
export type ClaimedMachine = Machine & { claim: Claim };
