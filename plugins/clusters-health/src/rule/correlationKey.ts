/** Keys with which findings about the same objects are joined. */
export const touch = {
  /** Everything that depends on the component. */
  component: (name: 'karpenter' | 'cilium') => `component:${name}`,
  node: (name: string) => `node:${name}`,
  claim: (name: string) => `claim:${name}`,
  pool: (name: string) => `pool:${name}`,
  /** A pool whose limit allows no further node. */
  fullPool: (name: string) => `full-pool:${name}`,
  nodeClass: (name: string) => `class:${name}`,
  pod: (namespace: string | undefined, name: string) =>
    `pod:${namespace ?? ''}/${name}`,
  /**
   * The maximum of addresses for the instance type of a node, independent of
   * the subnet.
   */
  addressesOf: (node: string) => `addresses:${node}`,
  subnet: (id: string) => `subnet:${id}`,
  /** Pods that wait for a node, whichever node it is. */
  waitingPods: () => 'pods:waiting',
};
