/** A condition of a Node, which has other fields than those of Karpenter. */
export interface NodeCondition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastHeartbeatTime: string;
  lastTransitionTime: string;
}

/** The facts that decide the conditions of a Node. */
export interface NodeState {
  registeredAt: string;
  /** Since when the network works; `null` while it does not. */
  networkReadyAt: string | null;
  /** Since when the kubelet has not reported. */
  silentSince?: string;
  /** When the kubelet has told its state last. */
  heartbeatAt?: string;
}

const PRESSURES: [type: string, reason: string, message: string][] = [
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

const NO_CNI =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';

/** The conditions that kubelet, node controller and Cilium's operator write. */
export function nodeConditions(state: NodeState): NodeCondition[] {
  const { registeredAt, networkReadyAt, silentSince } = state;
  const heartbeat = state.heartbeatAt ?? networkReadyAt ?? registeredAt;
  const told = (
    type: string,
    status: NodeCondition['status'],
    [reason, message, since]: [string, string, string],
    lastHeartbeatTime = heartbeat,
  ): NodeCondition => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime,
    lastTransitionTime: since,
  });
  const kubelet = (
    type: string,
    status: NodeCondition['status'],
    reason: string,
    message: string,
    since: string,
  ) =>
    silentSince
      ? told(type, 'Unknown', [
          'NodeStatusUnknown',
          'Kubelet stopped posting node status.',
          silentSince,
        ])
      : told(type, status, [reason, message, since]);
  return [
    ...(networkReadyAt
      ? [
          told(
            'NetworkUnavailable',
            'False',
            ['CiliumIsUp', 'Cilium is running on this node', networkReadyAt],
            networkReadyAt,
          ),
        ]
      : []),
    ...PRESSURES.map(([type, reason, message]) =>
      kubelet(type, 'False', reason, message, registeredAt),
    ),
    networkReadyAt
      ? kubelet(
          'Ready',
          'True',
          'KubeletReady',
          'kubelet is posting ready status',
          networkReadyAt,
        )
      : kubelet('Ready', 'False', 'KubeletNotReady', NO_CNI, registeredAt),
  ];
}
