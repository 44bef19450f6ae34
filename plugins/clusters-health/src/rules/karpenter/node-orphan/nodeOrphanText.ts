import { poolOf } from '../../../model/poolOf';
import {
  describeInstances,
  instanceIdOf,
} from '../../../model/remedy/describeInstances';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { fixedCommand, shellCommand } from '../../../model/remedy/shellCommand';
import type { DraftFinding } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeClaimFacts, NodeFacts } from '../../../kinds';

const compareAll: RuleRemedy = {
  text: 'Make sure that no NodeClaim has its instance: its provider id must not be in this list',
  command: fixedCommand`kubectl get nodeclaims -o custom-columns=NAME:.metadata.name,NODE:.status.nodeName,INSTANCE:.status.providerID`,
};

/** Moves the pods of a node to other nodes. */
function emptyNode(node: string): RuleRemedy[] {
  return [
    {
      text: 'Then keep new pods off it; pods that run stay',
      command: shellCommand`kubectl cordon ${node}`,
    },
    {
      text: 'Then move its pods away. This evicts them as PodDisruptionBudgets allow, and stops at pods with local data; when it is empty, end the instance and delete the Node',
      command: shellCommand`kubectl drain ${node} --ignore-daemonsets`,
    },
  ];
}

/** The finding about a node of a pool without a NodeClaim. */
export function ofNode(node: NodeFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Node', node),
    since: node.createdAt,
    title: `Node ${node.name} belongs to NodePool ${poolOf(
      node,
    )} but has no NodeClaim`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        'metadata.labels[karpenter.sh/nodepool]',
        poolOf(node),
      ),
      evidenceOf('Node', node, 'spec.providerID', node.providerId),
    ],
    remedy: [compareAll, ...emptyNode(node.name)],
    touches: [touch.node(node.name)],
  };
}

/**
 * The finding about a NodeClaim that names a node but belongs to another
 * instance.
 */
export function ofOtherInstance(
  claim: NodeClaimFacts,
  node: NodeFacts,
): DraftFinding {
  const theirs = instanceIdOf(claim.providerId);
  const ours = instanceIdOf(node.providerId);
  return {
    severity: 'warning',
    subject: subjectOf('Node', node),
    title: `Node ${node.name} runs on instance ${ours}, but its NodeClaim ${claim.name} stands for ${theirs}: two instances run, and Karpenter manages only one`,
    evidence: [
      evidenceOf('Node', node, 'spec.providerID', node.providerId),
      evidenceOf('NodeClaim', claim, 'status.providerID', claim.providerId),
      evidenceOf('NodeClaim', claim, 'status.nodeName', claim.nodeName),
    ],
    remedy: [
      describeInstances(ours, 'See what EC2 says of the instance of the node'),
      describeInstances(
        theirs,
        'See whether the other one runs, and whether it has joined at all',
      ),
      ...emptyNode(node.name),
      {
        text: `Then delete the NodeClaim: Karpenter ends ${theirs}, and not ${ours}, which you have to terminate yourself`,
      },
    ],
    touches: [touch.node(node.name), touch.claim(claim.name)],
    key: 'instance',
  };
}

/** The finding about several NodeClaims that belong to one instance. */
export function ofTwins(claims: readonly NodeClaimFacts[]): DraftFinding {
  const [first] = claims;
  const names = claims.map(({ name }) => name).sort();
  const instance = instanceIdOf(first.providerId) ?? first.providerId;
  return {
    severity: 'warning',
    subject: subjectOf('NodeClaim', { name: names[0] }),
    title: `NodeClaims ${names.join(
      ', ',
    )} stand for one instance, ${instance}: Karpenter can no longer remove its node`,
    evidence: claims
      .slice(0, 5)
      .map(claim =>
        evidenceOf('NodeClaim', claim, 'status.providerID', claim.providerId),
      ),
    remedy: [
      compareAll,
      {
        text: 'See which of them Karpenter made: its name begins with that of its pool, and the Node names it as its owner. Remove the other by hand; deleting it the usual way ends the instance',
      },
    ],
    touches: claims.map(({ name }) => touch.claim(name)),
    key: 'twins',
  };
}

/** The finding about a registered NodeClaim whose node is gone. */
export function ofClaim(claim: NodeClaimFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('NodeClaim', claim),
    title: `NodeClaim ${claim.name} is registered but its node ${
      claim.nodeName ?? ''
    } does not exist`,
    evidence: [
      evidenceOf('NodeClaim', claim, 'status.nodeName', claim.nodeName),
      evidenceOf('NodeClaim', claim, 'status.providerID', claim.providerId),
    ],
    remedy: [
      describeInstances(
        instanceIdOf(claim.providerId),
        'See whether its instance still runs',
      ),
      {
        text: 'Only when it is gone, or nobody needs it: delete the NodeClaim. Karpenter ends the instance if it still runs',
        command: shellCommand`kubectl delete nodeclaim ${claim.name}`,
      },
    ],
    touches: [touch.claim(claim.name)],
  };
}
