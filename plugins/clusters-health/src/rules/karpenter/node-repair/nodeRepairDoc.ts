import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeRepair. */
export const nodeRepairDoc: CataloguedDoc = {
  title: 'Node repair',
  means:
    'The node monitoring agent reports a fault that Karpenter repairs by replacing the node when the gate NodeRepair is on; or it holds back because too many nodes of the pool are unhealthy; or a reboot failed (1.15).',
  foundBy:
    'Event NodeRepairBlocked (note) or RebootFailed (warning) of the last hour; Node conditions AcceleratedHardwareReady, StorageReady, NetworkingReady, KernelReady or ContainerRuntimeReady not True beyond their time (10 or 30 minutes; note).',
  whom: "Nodes of Karpenter's own AWS provider with the node monitoring agent.",
  waits:
    'As long as Karpenter does: 10 minutes for accelerators, 30 for the rest.',
  cannotSee: 'Whether the gate NodeRepair is on.',
  lookAlikes: 'A condition that flaps; a node that is gone.',
  todo: [
    'Look at the fault.',
    'Replace the node by hand when the gate is off or repair is held.',
  ],
  since: 'Karpenter 1.1 (reboots: 1.15)',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/node/health/controller.go',
};
