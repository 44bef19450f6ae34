/** Keys by which findings about the same things are joined. */
export const touch = {
  /** Anything that needs the component at all. */
  component: (name: 'karpenter' | 'cilium') => `component:${name}`,
  node: (name: string) => `node:${name}`,
  claim: (name: string) => `claim:${name}`,
  pool: (name: string) => `pool:${name}`,
  nodeClass: (name: string) => `class:${name}`,
  pod: (namespace: string | undefined, name: string) =>
    `pod:${namespace ?? ''}/${name}`,
  subnet: (id: string) => `subnet:${id}`,
  /** Pods that wait for any node. */
  waitingPods: () => 'pods:waiting',
};
