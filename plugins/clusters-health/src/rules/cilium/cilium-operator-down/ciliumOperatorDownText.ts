import type { Evidence } from '@clusterworks/plugin-clusters-common';
import type { LeaseFacts, WorkloadFacts } from '../../../kinds';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf } from '../../../rule/subjects';

/**
 * What to do about an operator whose pods give no reason themselves.
 *
 * @param hangs - whether its pods run but none of them leads
 */
export function operatorRemedy(
  ctx: RuleContext,
  operator: WorkloadFacts,
  hangs: boolean,
): RuleRemedy[] {
  const namespace = ciliumNamespace(ctx);
  if (operator.desired === 0) {
    return scaleUp(operator);
  }
  if (hangs) {
    return [
      {
        text: 'See whether its pods run, and how often they restarted',
        command: shellCommand`kubectl -n ${namespace} get pods -l io.cilium/app=operator -o wide`,
      },
      ...restart(operator),
    ];
  }
  return [
    {
      text: 'See why its pods do not run',
      command: shellCommand`kubectl -n ${namespace} describe pods -l io.cilium/app=operator`,
    },
  ];
}

/**
 * The reason why the operator was scaled to zero is not visible, so the first
 * step asks for it.
 */
function scaleUp({ namespace, name }: WorkloadFacts): RuleRemedy[] {
  return [
    {
      text: 'See who or what set it to zero, and whether it will do so again',
      command: shellCommand`kubectl -n ${namespace} describe deployment ${name}`,
    },
    {
      text: 'Then scale it to two replicas again: this starts the operator, and nodes get addresses; running pods are not affected',
      command: shellCommand`kubectl -n ${namespace} scale deployment ${name} --replicas=2`,
    },
  ];
}

/**
 * A restart helps only when the leader hangs: a pod that crashes at its start
 * would crash again.
 */
function restart({ namespace, name }: WorkloadFacts): RuleRemedy[] {
  return [
    {
      text: 'Read what the leader did last; a restart deletes its log',
      command: shellCommand`kubectl -n ${namespace} logs -l io.cilium/app=operator --tail=200 --prefix`,
    },
    {
      text: 'Only if its pods run and the Lease stays old: restart the operator. This replaces its pods; running pods of others keep their network, new ones wait meanwhile',
      command: shellCommand`kubectl -n ${namespace} rollout restart deployment ${name}`,
    },
  ];
}

/** Evidence: which pod is the leader, and when it last renewed its Lease. */
export function leaseEvidence(lease: LeaseFacts): Evidence[] {
  const renewed =
    lease.renewedAt === undefined
      ? undefined
      : new Date(lease.renewedAt).toISOString();
  return [
    evidenceOf('Lease', lease, 'spec.renewTime', renewed),
    evidenceOf('Lease', lease, 'spec.holderIdentity', lease.holder ?? ''),
  ];
}
