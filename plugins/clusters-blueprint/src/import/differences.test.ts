import {
  type ClusterChange,
  changedCluster,
} from './__testUtils__/changedCluster';
import { importCluster } from './importCluster';

const answers = new Map<string, unknown>([
  ['metadata.owner', 'group:default/platform'],
  ['spec.environment', 'dev'],
  ['spec.network.ipamPoolId', null],
  ['spec.cilium.networkPolicies', 'none'],
  ['spec.karpenter.registryMirrors', []],
  ['spec.addons.ebsCsiDriver.kmsKeyArn', null],
  ['spec.addons.loadBalancerController.version', '3.5.0'],
  ['spec.observability.serviceMonitors', false],
  ['spec.observability.dashboards', false],
  ['spec.gitops.argocd', false],
]);

/** Imports with the answers that are asked for. */
function importChanged(change: ClusterChange, more: [string, unknown][] = []) {
  const input = changedCluster(change);
  const all = new Map([...answers, ...more]);
  const asked = importCluster({ ...input, answers: new Map() }).questions;
  return importCluster({
    ...input,
    answers: new Map(
      [...all].filter(([path]) => asked.some(each => each.path === path)),
    ),
  });
}

const pools = (change: (pool: any) => void) => ({
  'nodepools.karpenter.sh': (items: any[]) => {
    items.forEach(change);
    return items;
  },
});
const classes = (change: (nodeClass: any) => void) => ({
  'ec2nodeclasses.karpenter.k8s.aws': (items: any[]) => {
    items.forEach(change);
    return items;
  },
});

describe('what cluster.yaml cannot say is listed', () => {
  it.each<[string, ClusterChange, string[]]>([
    ['nothing of a cluster of the blueprint', {}, []],
    [
      'a static pool, and an order that means nothing',
      {
        capture: pools(pool => {
          pool.spec.replicas = 3;
          pool.spec.template.spec.requirements.reverse();
        }),
      },
      ['NodePool/general replicas is 3; the blueprint renders absent'],
    ],
    [
      'another class, which replaces nodes',
      {
        capture: {
          ...pools(pool => {
            pool.spec.template.spec.nodeClassRef.name = 'web';
          }),
          ...classes(each => {
            each.metadata.name = 'web';
          }),
        },
      },
      [
        'NodePool/general nodeClassRef.name is "web"; the blueprint renders "general"; the change replaces the nodes',
      ],
    ],
    [
      'startup taints without that of Cilium',
      {
        capture: pools(pool => {
          delete pool.spec.template.spec.startupTaints;
        }),
      },
      [
        'NodePool/general startupTaints lacks [{"key":"node.cilium.io/agent-not-ready","effect":"NoExecute","value":"true"}], which the blueprint renders; the change replaces the nodes',
      ],
    ],
    [
      'capacity that no field names',
      {
        capture: pools(pool => {
          pool.spec.template.spec.requirements =
            pool.spec.template.spec.requirements.map((each: any) =>
              each.key === 'karpenter.sh/capacity-type'
                ? { ...each, values: ['reserved', 'on-demand', 'spot'] }
                : each,
            );
        }),
      },
      [
        'NodePool/general capacityTypes cannot be expressed and is left out',
        'NodePool/general requirements has [{"key":"karpenter.sh/capacity-type"',
      ],
    ],
    [
      'a pool of EKS Auto Mode',
      {
        capture: {
          'nodepools.karpenter.sh': items => [
            ...items,
            {
              ...structuredClone(items[0]),
              metadata: { name: 'system' },
              spec: {
                template: {
                  spec: {
                    nodeClassRef: {
                      group: 'eks.amazonaws.com',
                      kind: 'NodeClass',
                      name: 'default',
                    },
                  },
                },
              },
            },
          ],
        },
      },
      ['NodePool/system belongs to EKS Auto Mode'],
    ],
    [
      'a class without disks and with another role',
      {
        capture: classes(each => {
          delete each.spec.blockDeviceMappings;
          each.spec.role = 'KarpenterNodeRole-demo';
        }),
      },
      [
        'EC2NodeClass/default of NodePool/general role is "KarpenterNodeRole-demo"',
        'EC2NodeClass/default of NodePool/general blockDeviceMappings lacks [{"deviceName"',
      ],
    ],
    [
      'a class of an older capture, without what that did not keep',
      {
        capture: classes(each => {
          delete each.spec.subnetSelectorTerms;
          delete each.spec.blockDeviceMappings;
        }),
      },
      [
        'EC2NodeClass/default of NodePool/general was captured by a release that does not keep disks',
      ],
    ],
    [
      'the VPC CNI and kube-proxy',
      {
        capture: {
          'daemonsets.apps': items => [
            ...items,
            ...['aws-node', 'kube-proxy'].map(name => ({
              ...structuredClone(items[0]),
              metadata: { name, namespace: 'kube-system' },
            })),
          ],
        },
      },
      ['DaemonSet kube-system/aws-node', 'DaemonSet kube-system/kube-proxy'],
    ],
    [
      'a cluster-name of Cilium that is another',
      {
        capture: {
          configmaps: ([map]) => [
            {
              ...map,
              data: {
                ...map.data,
                'cluster-name': 'default',
                ipam: 'cluster-pool',
              },
            },
          ],
        },
      },
      [
        'cilium-config ipam is cluster-pool',
        'cilium-config cluster-name is default',
      ],
    ],
    [
      'add-ons and node groups that the blueprint does not have',
      {
        aws: {
          'list-addons': output => ({ addons: [...output.addons, 'vpc-cni'] }),
          'list-nodegroups': output => ({
            nodegroups: [...output.nodegroups, 'workers'],
          }),
        },
        add: {
          addon: {
            addon: {
              addonName: 'vpc-cni',
              clusterName: 'minimal',
              addonVersion: 'v1.20.0-eksbuild.1',
            },
          },
          nodegroup: {
            nodegroup: {
              nodegroupName: 'workers',
              clusterName: 'minimal',
              scalingConfig: { minSize: 1, maxSize: 9 },
            },
          },
        },
      },
      [
        'Node group workers is not rendered',
        'EKS add-on vpc-cni is not rendered',
      ],
    ],
    [
      'settings of the control plane',
      {
        aws: {
          'describe-cluster': output => {
            output.cluster.tags = {};
            output.cluster.accessConfig.authenticationMode = 'CONFIG_MAP';
            output.cluster.encryptionConfig = null;
            output.cluster.computeConfig = { enabled: true };
            output.cluster.kubernetesNetworkConfig.ipFamily = 'ipv6';
            output.cluster.resourcesVpcConfig.endpointPrivateAccess = false;
            return output;
          },
        },
      },
      [
        'EKS endpointPrivateAccess is false',
        'EKS authenticationMode is CONFIG_MAP',
        'EKS encryptionConfig is absent',
        'EKS Auto Mode is on',
        'EKS ipFamily is ipv6',
      ],
    ],
    [
      'a limit that a first render refuses',
      {
        spec: 'gpu-spot-only',
        capture: pools(pool => {
          pool.spec.limits = { cpu: '1' };
        }),
      },
      ['spec.karpenter.nodePools[0].limits'],
    ],
  ])('%s', (_name, change, expected) => {
    const { questions, problems, differences } = importChanged(change);
    expect([questions, problems]).toEqual([[], []]);
    const said = differences.map(({ what, message }) => `${what} ${message}`);
    expect(said).toHaveLength(expected.length);
    expected.forEach((text, at) => expect(said[at]).toContain(text));
  });

  it('takes a VPC that the blueprint did not make as it is', () => {
    const { spec } = importChanged({
      aws: {
        'describe-vpcs': output => {
          output.Vpcs[0].Tags = [{ Key: 'Name', Value: 'corporate' }];
          return output;
        },
      },
    });
    expect(spec?.spec.network).toMatchObject({
      existing: {
        vpcId: 'vpc-0123456789abcdef0',
        nodeSubnetIds: [
          'subnet-0123456789abcde00',
          'subnet-0123456789abcde01',
          'subnet-0123456789abcde02',
        ],
      },
    });
    expect(spec?.spec.network).not.toHaveProperty('natGateways');
  });

  it('refuses versions that the matrix does not have', () => {
    const { problems, yaml } = importChanged({
      aws: {
        'describe-cluster': output => {
          output.cluster.version = '1.27';
          return output;
        },
      },
      with: { serverVersion: 'v1.27.3-eks-1a2b3c4' },
    });
    expect(problems[0].path).toBe('spec.versions.kubernetes');
    expect(yaml).toBeUndefined();
  });
});
