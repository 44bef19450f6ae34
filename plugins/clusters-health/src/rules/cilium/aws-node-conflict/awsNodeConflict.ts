import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { WorkloadFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { noConfig, setting } from '../../../model/cilium/ciliumSettings';
import { sharesNodes } from '../../../model/cilium/sharesNodes';
import { daemonSetNamed } from '../../../model/cilium/ciliumWorkloads';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { awsNodeConflictDoc } from './awsNodeConflictDoc';

/** D13: the VPC CNI and Cilium manage the same interfaces. */
export const awsNodeConflict: Rule = {
  code: 'cilium/D13',
  id: 'aws-node-conflict',
  component: 'cilium',
  doc: awsNodeConflictDoc,
  needs: ['daemonsets', 'configmaps'],
  uses: ['nodes', 'pods'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) {
      return unknown(noConfig);
    }
    if (config.ipam !== 'eni') {
      return notApplicable(`IPAM mode is ${config.ipam ?? 'not set'}`);
    }
    const chaining = setting(ctx, 'cni-chaining-mode') || 'none';
    if (chaining !== 'none') {
      return notApplicable(`Cilium is chained to ${chaining}`);
    }
    const awsNode = daemonSetNamed(ctx.snapshot, 'aws-node');
    if (!awsNode || (awsNode.desired ?? 0) === 0) {
      return pass();
    }
    const meet = sharesNodes(ctx, awsNode);
    if (meet === 'no') {
      return notApplicable("aws-node and Cilium's agent share no node");
    }
    if (meet === 'unknown') {
      return unknown("which nodes aws-node and Cilium's agent share");
    }
    return {
      findings: [
        {
          severity: 'critical',
          subject: subjectOf('DaemonSet', awsNode),
          since: ctx.heldSince('aws-node'),
          title: `aws-node runs on ${awsNode.desired} nodes that Cilium manages`,
          evidence: [
            evidenceOf(
              'DaemonSet',
              awsNode,
              'status.desiredNumberScheduled',
              awsNode.desired,
            ),
            evidenceOf(
              'ConfigMap',
              { namespace: awsNode.namespace, name: 'cilium-config' },
              'data.ipam',
              config.ipam,
            ),
          ],
          remedy: remedy(ctx, awsNode),
          touches: [touch.component('cilium')],
        },
      ],
    };
  },
};

/**
 * When aws-node is removed from a node that Cilium does not serve, pods on the
 * node have no network. The command is therefore offered only when the agent
 * serves every node.
 */
function remedy(ctx: RuleContext, awsNode: WorkloadFacts): RuleRemedy[] {
  const namespace = awsNode.namespace ?? 'kube-system';
  const look: RuleRemedy = {
    text: 'See on which nodes aws-node runs, and whether Cilium is to have them',
    command: shellCommand`kubectl -n ${namespace} get pods -l k8s-app=aws-node -o wide`,
  };
  const agents = ctx.index.ciliumAgentPods();
  const servesAll =
    ctx.ok('nodes') &&
    ctx.items('nodes').every(({ name }) => {
      const agent = agents.get(name);
      return agent && conditionOf(agent, 'Ready')?.status === 'True';
    });
  if (!servesAll) {
    return [
      look,
      {
        text: 'Not every node has a ready agent of Cilium: keep aws-node off the nodes of Cilium only (node affinity in the configuration of the EKS addon), and see that the agents are ready first',
      },
    ];
  }
  return [
    look,
    {
      text: 'Keep aws-node off all nodes but those labelled for it. This ends its pods on every node; then recycle the nodes where it ran',
      command: shellCommand`kubectl -n ${namespace} patch daemonset aws-node --type=strategic -p '{"spec":{"template":{"spec":{"nodeSelector":{"io.cilium/aws-node-enabled":"true"}}}}}'`,
    },
  ];
}
