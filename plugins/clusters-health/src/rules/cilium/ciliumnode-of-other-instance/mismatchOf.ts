import type { Evidence } from '@clusterworks/plugin-clusters-common';
import type { ClusterState } from '../../../model/ClusterState';
import { isEniMode } from '../../../model/cilium/ciliumSettings';
import { ownersOfInterface } from '../../../model/cilium/interfaceOwners';
import { instanceIdOf } from '../../../model/remedy/describeInstances';
import { evidenceOf } from '../../../rule/subjects';
import type { CiliumNodeFacts, NodeFacts } from '../../../kinds';

/** A value in a CiliumNode that its Node or another CiliumNode contradicts. */
export interface Mismatch {
  text: string;
  evidence: Evidence[];
  /**
   * The object of the contradiction between two CiliumNodes, so that both make
   * one finding.
   */
  group?: string;
}

/**
 * Checks by its instance id, its owner and its interfaces which instance a
 * CiliumNode describes.
 */
export function mismatchOf(
  cluster: ClusterState,
  ciliumNode: CiliumNodeFacts,
  node: NodeFacts,
): Mismatch | undefined {
  return (
    ofInstance(cluster, ciliumNode, node) ??
    ofOwner(ciliumNode, node) ??
    ofInterfaces(cluster, ciliumNode)
  );
}

function ofInstance(
  cluster: ClusterState,
  ciliumNode: CiliumNodeFacts,
  node: NodeFacts,
): Mismatch | undefined {
  const instance = instanceIdOf(node.providerId);
  const { instanceId } = ciliumNode;
  const evidence = [
    evidenceOf('CiliumNode', ciliumNode, 'spec.instance-id', instanceId),
    evidenceOf('Node', node, 'spec.providerID', node.providerId),
  ];
  if (!instanceId) {
    // Without an instance id, the operator treats every interface as one of
    // this node.
    return isOnEc2(cluster, ciliumNode)
      ? {
          text: `does not say which instance it belongs to, so the operator assigns interfaces of other instances to it${
            instance ? `; the node is ${instance}` : ''
          }`,
          evidence,
        }
      : undefined;
  }
  return instance !== undefined && instanceId !== instance
    ? {
        text: `describes instance ${instanceId}, but the node is ${instance}`,
        evidence,
      }
    : undefined;
}

/** In other IPAM modes, no agent writes the instance id. */
function isOnEc2(cluster: ClusterState, node: CiliumNodeFacts): boolean {
  return (
    isEniMode(cluster) &&
    (node.instanceType !== undefined || node.enis.length > 0)
  );
}

function ofOwner(
  ciliumNode: CiliumNodeFacts,
  node: NodeFacts,
): Mismatch | undefined {
  const owner = ciliumNode.owners.find(one => one.kind === 'Node');
  return owner?.uid && node.uid && owner.uid !== node.uid
    ? {
        text: 'belongs to an earlier node of the same name',
        evidence: [
          evidenceOf(
            'CiliumNode',
            ciliumNode,
            'metadata.ownerReferences[0].uid',
            owner.uid,
          ),
          evidenceOf('Node', node, 'metadata.uid', node.uid),
        ],
      }
    : undefined;
}

/**
 * An interface that another CiliumNode lists too. The wrong CiliumNode of the
 * two is the one whose other interfaces are in another zone; when the zones do
 * not decide, both count as wrong.
 */
function ofInterfaces(
  cluster: ClusterState,
  ciliumNode: CiliumNodeFacts,
): Mismatch | undefined {
  for (const { id, zone } of ciliumNode.enis) {
    const other = ownersOfInterface(cluster, id).find(
      one => one.name !== ciliumNode.name,
    );
    if (other && isSuspect(ciliumNode, other, zone)) {
      return {
        text: `lists interface ${id}, which CiliumNode ${other.name} lists, too: an interface is on one instance only`,
        evidence: [ciliumNode, other].map(one =>
          evidenceOf('CiliumNode', one, 'status.eni.enis', id),
        ),
        group: `interface/${id}`,
      };
    }
  }
  return undefined;
}

function isSuspect(
  node: CiliumNodeFacts,
  other: CiliumNodeFacts,
  zone: string | undefined,
): boolean {
  if (!other.instanceId) {
    // The other CiliumNode is the wrong one, and has a finding of its own.
    return false;
  }
  const here =
    zone === undefined || node.zone === undefined || node.zone === zone;
  const there =
    zone === undefined || other.zone === undefined || other.zone === zone;
  return !here || there;
}
