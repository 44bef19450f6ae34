import { clusterRoleYaml } from './clusterRoleYaml';

const verbs = ['get', 'list', 'watch'];

describe('clusterRoleYaml', () => {
  it('has one rule for each API group, and for each named object', () => {
    const yaml = clusterRoleYaml([
      { apiGroups: [''], resources: ['nodes'], verbs },
      { apiGroups: ['karpenter.sh'], resources: ['nodepools'], verbs },
      { apiGroups: [''], resources: ['pods'], verbs },
      {
        ...{ apiGroups: [''], resources: ['configmaps'], verbs },
        resourceNames: ['cilium-config'],
      },
    ]);
    expect(yaml.split('\n')).toEqual([
      '- apiGroups: [""]',
      '  resources: ["nodes", "pods"]',
      '  verbs: ["get", "list", "watch"]',
      '- apiGroups: ["karpenter.sh"]',
      '  resources: ["nodepools"]',
      '  verbs: ["get", "list", "watch"]',
      '- apiGroups: [""]',
      '  resources: ["configmaps"]',
      '  resourceNames: ["cilium-config"]',
      '  verbs: ["get", "list", "watch"]',
    ]);
  });
});
