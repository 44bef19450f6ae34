/** Why kubelet could not give a pod its network. */
export type SandboxCause =
  | 'awsCni'
  | 'noAddress'
  | 'addressInUse'
  | 'noInterface'
  | 'rateLimit'
  | 'identity'
  | 'notInstalled'
  | 'agentDown'
  | 'slowAgent'
  | 'other';

/** Messages of the CNI plugin, the most specific first. */
const patterns: readonly (readonly [SandboxCause, RegExp])[] = [
  ['awsCni', /plugin type="aws-cni"/],
  [
    'noAddress',
    // Messages of 1.18 and older, of 1.19, and of 1.20.
    /No more IPs available|no IPs currently available on the node|all CIDR ranges are exhausted|range is full/i,
  ],
  [
    'addressInUse',
    /\bis already in use\b|address already (in use|allocated|assigned)|already allocated/i,
  ],
  [
    'noInterface',
    /find ifindex for interface|interface with MAC \S+ not found|unable to find (the )?(ENI|interface)/i,
  ],
  ['rateLimit', /putEndpointIdTooManyRequests|rate ?limit/i],
  ['identity', /identity/i],
  [
    'notInstalled',
    /failed to find plugin "cilium-cni"|cni plugin not initialized|cni config uninitialized/i,
  ],
  [
    'agentDown',
    /cilium\.sock: connect|connect: (no such file|connection refused)|unable to connect to Cilium (agent|daemon)/i,
  ],
  [
    'slowAgent',
    /timeout exceeded|context deadline exceeded|DeadlineExceeded|timed out|timeout while waiting|did not synchronously regenerate|i\/o timeout/i,
  ],
  ['agentDown', /cilium\.sock/],
];

/** Finds the cause in kubelet's message. */
export function sandboxCause(message: string): SandboxCause {
  return patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}

const QUOTED = 160;

/**
 * The message of the CNI plugin, without the texts that kubelet and the
 * container runtime put around it.
 */
export function pluginMessage(message: string): string {
  const [, said] =
    /failed \(add\): (.+)$/s.exec(message) ??
    /desc = (.+)$/s.exec(message) ??
    /pod sandbox: (.+)$/s.exec(message) ??
    [];
  const text = (said ?? message).replace(/\s+/g, ' ').trim();
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
