import { KubeObject } from '@clusterworks/kube-simulator';
import { Machine } from '../model/Machine';
import { PoolPlan, WorldPlan } from '../model/WorldPlan';
import { karpenterAnnotations } from './karpenterAnnotations';
import { nodeResources } from './machineResources';
import { nodeLabels } from './nodeLabels';

/** The Node of a machine whose kubelet has registered. */
export function nodeObject(
  machine: Machine,
  pool: PoolPlan | undefined,
  plan: WorldPlan,
): KubeObject {
  const { claim } = machine;
  const { capacity, allocatable } = nodeResources(
    machine.instance,
    machine.gpusRegistered,
  );
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: machine.nodeName,
      uid: machine.uids.node,
      creationTimestamp: machine.registeredAt,
      labels: nodeLabels(machine, pool, plan),
      annotations: {
        'alpha.kubernetes.io/provided-node-ip': machine.ip,
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
        ...(pool && karpenterAnnotations(pool, plan)),
      },
      ...(machine.deletedAt && {
        deletionTimestamp: machine.deletedAt,
        deletionGracePeriodSeconds: 0,
      }),
      ...(claim && {
        finalizers: ['karpenter.sh/termination'],
        ownerReferences: [
          {
            apiVersion: 'karpenter.sh/v1',
            blockOwnerDeletion: true,
            kind: 'NodeClaim',
            name: claim.name,
            uid: claim.uid,
          },
        ],
      }),
    },
    spec: {
      providerID: `aws:///${machine.subnet.zone}/${machine.instanceId}`,
      ...(machine.taints.length > 0 && { taints: machine.taints }),
      ...(machine.unschedulable && { unschedulable: true }),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: machine.ip },
        { type: 'InternalDNS', address: machine.nodeName },
        { type: 'Hostname', address: machine.nodeName },
      ],
      allocatable,
      capacity,
      conditions: machine.nodeConditions,
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        architecture: machine.instance.type.architecture,
        bootID: machine.bootId,
        containerRuntimeVersion: 'containerd://2.1.5',
        kernelVersion: '6.12.46-66.121.amzn2023.x86_64',
        kubeProxyVersion: '',
        kubeletVersion: `v${plan.versions.kubernetes}.4-eks-1a2b3c4`,
        machineID: machine.instanceId.replace('i-', 'ec2'),
        operatingSystem: 'linux',
        osImage: 'Amazon Linux 2023.9.20261112',
        systemUUID: machine.instanceId.replace('i-', 'ec2'),
      },
    },
  };
}
