import type { SimulatedCluster } from '@clusterworks/kube-simulator';

const apiVersion = 'backstage.io/v1alpha1';

/** A group without members of its own. */
export function group(name: string) {
  return {
    ...{ apiVersion, kind: 'Group', metadata: { name } },
    spec: { type: 'team', children: [] },
  };
}

/** A user who is a member of groups. */
export function user(name: string, ...memberOf: string[]) {
  return {
    ...{ apiVersion, kind: 'User', metadata: { name } },
    spec: { profile: {}, memberOf },
  };
}

/** The entity of a simulated cluster. */
export function clusterResource(
  { id, url, caData }: SimulatedCluster,
  owner: string,
) {
  return {
    ...{ apiVersion, kind: 'Resource' },
    metadata: {
      name: id,
      annotations: {
        'kubernetes.io/api-server': url,
        'kubernetes.io/api-server-certificate-authority': caData,
        'kubernetes.io/auth-provider': 'aws',
        'kubernetes.io/x-k8s-aws-id': id,
        'backstage.io/kubernetes-id': 'tab',
        'backstage.io/kubernetes-cluster': id,
      },
    },
    spec: { type: 'kubernetes-cluster', owner },
  };
}

/** A template that writes one line into the log of its task. */
export function logTemplate(name: string) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      owner: 'group:default/platform',
      type: 'test',
      parameters: [{ properties: { text: { type: 'string' } } }],
      steps: [
        {
          id: 'log',
          action: 'debug:log',
          input: { message: '${{ parameters.text }}' },
        },
      ],
    },
  };
}
