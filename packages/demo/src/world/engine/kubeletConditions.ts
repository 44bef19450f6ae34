import { NodeCondition } from '../model/Machine';

const healthy: [string, string, string][] = [
  [
    'MemoryPressure',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  ['DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  [
    'PIDPressure',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
];

const noCni =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';

/** What a kubelet writes when it joins: everything but the network works. */
export function joiningConditions(time: string): NodeCondition[] {
  const times = { lastHeartbeatTime: time, lastTransitionTime: time };
  return [
    ...healthy.map(
      ([type, reason, message]): NodeCondition => ({
        type,
        status: 'False',
        reason,
        message,
        ...times,
      }),
    ),
    {
      type: 'Ready',
      status: 'False',
      reason: 'KubeletNotReady',
      message: noCni,
      ...times,
    },
  ];
}

/** Once Cilium runs: the kubelet is Ready and the operator says the network is. */
export function networkedConditions(
  conditions: NodeCondition[],
  time: string,
): NodeCondition[] {
  const times = { lastHeartbeatTime: time, lastTransitionTime: time };
  return [
    {
      type: 'NetworkUnavailable',
      status: 'False',
      reason: 'CiliumIsUp',
      message: 'Cilium is running on this node',
      ...times,
    },
    ...conditions
      .filter(({ type }) => type !== 'Ready' && type !== 'NetworkUnavailable')
      .map(each => ({ ...each, lastHeartbeatTime: time })),
    {
      type: 'Ready',
      status: 'True',
      reason: 'KubeletReady',
      message: 'kubelet is posting ready status',
      ...times,
    },
  ];
}

/** The same state, told anew. */
export function heartbeat(
  conditions: NodeCondition[],
  time: string,
): NodeCondition[] {
  return conditions.map(each =>
    each.type === 'NetworkUnavailable'
      ? each
      : { ...each, lastHeartbeatTime: time },
  );
}
