import type {
  NodeClassFacts,
  NodeFacts,
  NodeLabels,
  NodePoolFacts,
} from '../kinds';
import { keptNodeLabels } from '../kinds';
import type {
  CandidateNode,
  LabelValue,
  Placement,
  Selected,
} from './daemonSetSelects';
import { daemonSetSelects } from './daemonSetSelects';
import { isFargateNode } from './ownNodes';

const OS = 'kubernetes.io/os';

/**
 * Whether Cilium's agent belongs on a node.
 *
 * @param agent - the agent's DaemonSet; undefined when it was not read
 * @param hasPod - whether a pod of the agent is on the node, which proves it
 */
export function agentSelectsNode(
  agent: Placement | undefined,
  node: NodeFacts,
  hasPod: boolean,
): Selected {
  if (hasPod) {
    return 'yes';
  }
  // Cilium has no agent for Windows, and Fargate runs no DaemonSets.
  if (!runsLinuxPods(node)) {
    return 'no';
  }
  return agent ? selectsNode(agent, node) : 'unknown';
}

/**
 * Whether Linux pods can run on the node: not on Windows, and not on Fargate.
 */
export function runsLinuxPods(node: NodeFacts): boolean {
  return node.labels[OS] !== 'windows' && !isFargateNode(node);
}

/** Whether a DaemonSet selects the node, as far as the kept labels show it. */
export function selectsNode(daemonSet: Placement, node: NodeFacts): Selected {
  return daemonSetSelects(daemonSet, candidateOf(node));
}

/** A node as far as the kept labels show it. */
export function candidateOf(node: NodeFacts): CandidateNode {
  return {
    name: node.name,
    label: key => nodeLabel(node, key),
    taints: node.taints,
  };
}

function nodeLabel({ name, labels }: NodeFacts, key: string): LabelValue {
  if (key === 'kubernetes.io/hostname') {
    return { value: name };
  }
  if (!isKept(key)) {
    return { unknown: true };
  }
  const value = labels[key];
  // Every kubelet sets these two labels: when they are absent, labels were not
  // collected.
  const always = key === OS || key === 'kubernetes.io/arch';
  if (value === undefined) {
    return always ? { unknown: true } : { absent: true };
  }
  return { value };
}

function isKept(key: string): key is keyof NodeLabels {
  return (keptNodeLabels as readonly string[]).includes(key);
}

/**
 * Whether Cilium's agent will belong on the nodes that a pool launches.
 *
 * @param nodeClass - the pool's EC2NodeClass; its image shows the operating
 *   system
 */
export function agentSelectsPool(
  agent: Placement | undefined,
  pool: NodePoolFacts,
  nodeClass: NodeClassFacts | undefined,
): Selected {
  const os = poolLabel(pool, OS);
  const windows = 'value' in os && os.value === 'windows';
  if (windows || isWindowsClass(nodeClass)) {
    return 'no';
  }
  if (!agent) {
    return 'unknown';
  }
  const candidate: CandidateNode = {
    label: key => (key === OS ? { value: 'linux' } : poolLabel(pool, key)),
    taints: pool.taints,
  };
  return daemonSetSelects(agent, candidate);
}

function isWindowsClass(nodeClass: NodeClassFacts | undefined): boolean {
  const images = [nodeClass?.amiFamily ?? '', ...(nodeClass?.amiAliases ?? [])];
  return images.some(image => /^windows/i.test(image));
}

/** Labels that every node gets and whose values depend on its instance type. */
const byInstance = /^(karpenter\.k8s\.aws|topology\.|node\.kubernetes\.io)/;

/** The label of the nodes that a pool launches. */
export function poolLabel(pool: NodePoolFacts, key: string): LabelValue {
  if (key === 'karpenter.sh/nodepool') {
    return { value: pool.name };
  }
  if (Object.hasOwn(pool.templateLabels, key)) {
    return { value: pool.templateLabels[key] };
  }
  const wanted = pool.requirements.find(requirement => requirement.key === key);
  if (wanted) {
    const [only] = wanted.values;
    const sure = wanted.operator === 'In' && wanted.values.length === 1;
    return sure ? { value: only } : { unknown: true };
  }
  const open = byInstance.test(key) || key === 'kubernetes.io/arch';
  return open ? { unknown: true } : { absent: true };
}
