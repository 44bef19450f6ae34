import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeRepair. */
export const nodeRepairDoc: RuleDoc = {
  title: 'Node repair',
  means:
    'The node monitoring agent reports a fault that Karpenter repairs by replacing the node when the gate NodeRepair is on; or it holds back because too many nodes of the pool are unhealthy; or a reboot failed (1.15).',
  foundBy:
    'Event NodeRepairBlocked (note) or RebootFailed (warning) of the last hour; Node conditions AcceleratedHardwareReady, StorageReady, NetworkingReady, KernelReady or ContainerRuntimeReady not True beyond their time (10 or 30 minutes; note).',
  todo: 'Look at the fault; replace the node by hand when the gate is off or repair is held.',
  since: 'Karpenter 1.1 (reboots: 1.15)',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/node/health/controller.go',
};
