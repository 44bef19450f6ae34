/**
 * Objects of Kubernetes, Karpenter and Cilium as a real cluster has them, made
 * from a few facts. Every shape is written here once.
 *
 * @packageDocumentation
 */
export * from './base/build';
export * from './base/ClusterFacts';
export * from './base/conditions';
export * from './base/isAtLeast';
export * from './base/KubeObject';
export * from './base/time';
export * from './cilium/ciliumConfig';
export * from './cilium/ciliumEndpoint';
export * from './cilium/ciliumNode';
export * from './cilium/eni';
export * from './events/event';
export * from './clusters/combine';
export * from './clusters/healthyCluster';
export * from './clusters/largeCluster';
export * from './clusters/nodeParts';
export * from './clusters/sickCluster';
export * from './karpenter/nodeClaim';
export * from './karpenter/nodeClass';
export * from './karpenter/nodePool';
export * from './karpenter/poolFacts';
export * from './nodes/instance';
export * from './nodes/instanceFacts';
export { capacityKi } from './nodes/instanceResources';
export * from './nodes/node';
export * from './nodes/nodeConditions';
export * from './nodes/taints';
export * from './system/disruptionBudget';
export * from './system/lease';
export * from './system/namespace';
export * from './system/systemWorkloads';
export * from './system/volumeAttachment';
export * from './workloads/pod';
export * from './workloads/Workload';
export * from './workloads/workloadObjects';
