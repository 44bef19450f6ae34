import {
  findInstanceType,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import type { WarningRule } from './RenderWarning';

type Spec = ResolvedClusterSpec['spec'];

/** Requests of one replica, in thousandths of a vCPU and in MiB. */
type Requests = { cpu: number; memory: number };

/**
 * The requests that each of two system nodes must have room for: one replica
 * of every component, with the requests of our values and of the add-ons'
 * defaults.
 */
function requestsOf({ addons }: Spec): Requests[] {
  const karpenter = { cpu: 1000, memory: 1024 };
  const ciliumOperator = { cpu: 100, memory: 128 };
  const coreDns = { cpu: 100, memory: 70 };
  const ebsController = { cpu: 60, memory: 240 };
  const ebsNode = { cpu: 30, memory: 120 };
  const metricsServer = { cpu: 100, memory: 200 };
  const loadBalancerController = { cpu: 50, memory: 128 };
  return [
    karpenter,
    ciliumOperator,
    coreDns,
    ...(addons.ebsCsiDriver.enabled ? [ebsController, ebsNode] : []),
    ...(addons.metricsServer.enabled ? [metricsServer] : []),
    ...(addons.loadBalancerController.enabled ? [loadBalancerController] : []),
  ];
}

/**
 * Resources of a node that the kubelet and the system reserve: a tenth, and
 * some memory.
 */
const KEPT_CPU = 100;
const KEPT_MEMORY = 1024;

/**
 * Warns when the system nodes have too little room for the components that
 * must run there.
 */
export const systemNodeRoom: WarningRule = ({ spec }) => {
  const requests = requestsOf(spec);
  const cpu = requests.reduce((sum, each) => sum + each.cpu, KEPT_CPU);
  const memory = requests.reduce((sum, each) => sum + each.memory, KEPT_MEMORY);
  return spec.systemNodes.instanceTypes.flatMap(name => {
    const type = findInstanceType(name);
    const isSmall =
      type?.vcpus !== undefined &&
      type.memoryMib !== undefined &&
      (type.vcpus * 1000 < cpu || type.memoryMib < memory);
    return isSmall
      ? {
          code: 'system-nodes-small',
          message: `${name} is small for a system node: Karpenter, the Cilium operator, CoreDNS and the add-ons ask for ${(
            cpu / 1000
          ).toFixed(2)} vCPU and ${(memory / 1024).toFixed(
            1,
          )} GiB of each, what the node keeps for itself included. What does not fit stays Pending, and nothing scales these nodes.`,
        }
      : [];
  });
};
