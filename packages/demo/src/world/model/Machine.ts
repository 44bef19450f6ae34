import { InstanceFacts } from './instanceFacts';
import { Condition } from './Condition';
import { Eni } from './AddressBook';
import { Subnet } from './WorldPlan';

/** A taint of a node. */
export interface Taint {
  key: string;
  effect: 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule';
  value?: string;
  timeAdded?: string;
}

/** A condition of a Node, which has other fields than those of Karpenter. */
export interface NodeCondition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastHeartbeatTime: string;
  lastTransitionTime: string;
}

/** How far Cilium has come on a node (cilium-observed 1). */
export type CiliumStage =
  /** The agent has not made a CiliumNode yet. */
  | 'absent'
  /** Made by the agent, without a status. */
  | 'created'
  /** The operator found the instance: its interface is listed. */
  | 'interfaces'
  /** The operator has assigned addresses. */
  | 'addresses'
  | 'ready';

/** The claim part of a machine that Karpenter launched. */
export interface Claim {
  name: string;
  uid: string;
  pool: string;
  nodeClass: string;
  createdAt: string;
  conditions: Condition[];
  requests: Record<string, string>;
  lastPodEventTime?: string;
  deletedAt?: string;
  annotations?: Record<string, string>;
}

/** One EC2 instance with everything that the cluster knows about it. */
export interface Machine {
  instanceId: string;
  instance: InstanceFacts;
  capacityType: 'spot' | 'on-demand';
  subnet: Subnet;
  ip: string;
  nodeName: string;
  bootId: string;
  uids: { node: string; cilium: string };
  /** Absent for a node of the managed node group. */
  claim?: Claim;
  /** Once the kubelet has registered. */
  registeredAt?: string;
  nodeConditions: NodeCondition[];
  taints: Taint[];
  unschedulable?: boolean;
  initialized: boolean;
  /** False until the device plugin has told of its GPUs. */
  gpusRegistered: boolean;
  cilium: {
    stage: CiliumStage;
    createdAt?: string;
    enis: Eni[];
    /** Owner by address. */
    used: Map<string, string>;
  };
  deletedAt?: string;
}
