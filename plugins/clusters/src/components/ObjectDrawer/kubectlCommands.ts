import type { KubernetesName } from '../../hooks/useOpenObject';

/** A name as the API server accepts it, which means nothing to a shell. */
const DNS_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

const RESOURCES: Record<KubernetesName['kind'], string> = {
  Node: 'node',
  NodeClaim: 'nodeclaim',
  NodePool: 'nodepool',
  EC2NodeClass: 'ec2nodeclass',
  CiliumNode: 'ciliumnode',
};

/**
 * Commands that look at an object; for a node, also what draining it would do,
 * which changes nothing. None for a name that no object can have.
 */
export function kubectlCommands({ kind, name }: KubernetesName): string[] {
  if (!DNS_NAME.test(name)) {
    return [];
  }
  const resource = RESOURCES[kind];
  return [
    `kubectl get ${resource} ${name} -o yaml`,
    `kubectl describe ${resource} ${name}`,
    ...(kind === 'Node'
      ? [
          `kubectl get pods -A -o wide --field-selector spec.nodeName=${name}`,
          `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data --dry-run=server`,
        ]
      : []),
  ];
}
