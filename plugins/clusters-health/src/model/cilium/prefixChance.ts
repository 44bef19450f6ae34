import { ec2EniLimits } from '../addresses';
import type { ClusterState } from '../ClusterState';
import { poolOf } from '../poolOf';
import type { RuleRemedy } from '../remedy/RuleRemedy';
import { shellCommand } from '../remedy/shellCommand';
import type { CiliumNodeFacts } from '../../kinds';
import { setting } from './ciliumSettings';

/**
 * What prefix delegation could change for a node: `couldBeOn` when it is off
 * and the instance type supports prefixes; `notOnThisType` when it is on and
 * the type (a Xen type) does not support them; else, or when the type is not
 * known, `nothing`.
 */
export type PrefixChance = 'couldBeOn' | 'notOnThisType' | 'nothing';

/** Computes what prefix delegation could change for a node. */
export function prefixChance(
  cluster: ClusterState,
  node: CiliumNodeFacts,
): PrefixChance {
  const limits = ec2EniLimits(node.instanceType ?? '');
  if (!limits || limits.bareMetal) {
    return 'nothing';
  }
  const isOn = setting(cluster, 'aws-enable-prefix-delegation') === 'true';
  const takesPrefixes = limits.hypervisor === 'nitro';
  if (isOn) {
    return takesPrefixes ? 'nothing' : 'notOnThisType';
  }
  return takesPrefixes ? 'couldBeOn' : 'nothing';
}

/** For a title: says that the type gets no prefixes although they are on. */
export function sayNoPrefixes(
  cluster: ClusterState,
  node: CiliumNodeFacts,
): string {
  return prefixChance(cluster, node) === 'notOnThisType'
    ? `: prefix delegation is on, but ${node.instanceType} is not a Nitro type and gets no prefixes`
    : '';
}

/** What to do about prefixes; empty when prefixes would not help. */
export function prefixAdvice(
  cluster: ClusterState,
  node: CiliumNodeFacts,
): RuleRemedy[] {
  switch (prefixChance(cluster, node)) {
    case 'couldBeOn':
      return [
        {
          text: 'Or turn prefix delegation on, and replace the nodes: a node that has single addresses keeps them',
        },
      ];
    case 'notOnThisType':
      return [
        {
          text: 'Or keep such types out: add the requirement karpenter.k8s.aws/instance-hypervisor In [nitro] to the NodePool. Karpenter then replaces the nodes that do not meet it, as its budgets allow. Another node of the same type would not help',
          command: lookAtRequirements(cluster, node),
        },
      ];
    default:
      return [];
  }
}

function lookAtRequirements(
  cluster: ClusterState,
  { name }: CiliumNodeFacts,
): RuleRemedy['command'] {
  const owner = cluster.index.nodeByName().get(name);
  return shellCommand`kubectl get nodepool ${
    owner && poolOf(owner)
  } -o jsonpath='{.spec.template.spec.requirements}'`;
}
