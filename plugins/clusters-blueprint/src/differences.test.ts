import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parse, parseAllDocuments } from 'yaml';
import { sameRows } from './__testUtils__/sameRows';
import { specs } from './__testUtils__/specs';
import { karpenterManifests } from './karpenter/karpenterOverlay';
import { renderCluster } from './renderCluster';

const design = renderCluster(specs['general-gpu']);
const { files } = design;
const hub = renderCluster(specs.argocd).files;

const factory = 'terraform/modules/cluster_factory';
const karpenter = 'terraform/modules/karpenter';
const root = 'terraform/environments/prod/general-gpu';
const guides = 'clusters/prod/general-gpu/docs';
const guide = `${guides}/cilium-karpenter-deployment.md`;
const script = 'scripts/apply-karpenter-nodes.sh';

const manifests = karpenterManifests(resolveClusterSpec(design.spec)) as Record<
  string,
  any
>[];
const named = (kind: string, name: string) =>
  manifests.find(each => each.kind === kind && each.metadata.name === name)
    ?.spec;
const general = named('NodePool', 'general');
const gpu = named('NodePool', 'gpu');
const gpuClass = named('EC2NodeClass', 'gpu');
const valuesOf = ({ template }: any, key: string) =>
  template.spec.requirements.find((each: any) => each.key.endsWith(key)).values;
const cilium = parse(files['platform/cilium/values.yaml']);
const [ciliumSet] = parseAllDocuments(
  hub['gitops/argocd/applicationset-cilium.yaml'],
).map(document => document.toJS());
const karpenterSets = parseAllDocuments(
  hub['gitops/argocd/applicationset-karpenter.yaml'],
).map(document => document.toJS());
const ofCilium = ciliumSet.spec.template.spec;
const ofKarpenter = karpenterSets.find(
  ({ metadata }) => metadata.name === 'karpenter',
).spec.template.spec;

/** Files that a folder holds, without those in folders below it. */
const inFolder = (folder: string) =>
  Object.keys(files)
    .filter(path => path.startsWith(`${folder}/`))
    .map(path => path.slice(folder.length + 1))
    .filter(path => !path.includes('/'))
    .sort();
const escaped = (part: string | RegExp) =>
  typeof part === 'string'
    ? new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    : part;
const holds =
  (path: string, ...parts: (string | RegExp)[]) =>
  () => {
    for (const part of parts) {
      expect(files[path]).toEqual(expect.stringMatching(escaped(part)));
    }
  };
const equals = (actual: unknown, expected: unknown) => () =>
  expect(actual).toEqual(expected);

const queueAndRules = holds(
  `${factory}/interruption.tf`,
  'resource "aws_sqs_queue" "karpenter"',
  'resource "aws_cloudwatch_event_rule" "karpenter"',
  'resource "aws_cloudwatch_event_target" "karpenter"',
);
const event = (name: string) =>
  holds(`${factory}/interruption.tf`, `detail-type = ["${name}"]`);

/** For each row that says _same_, what it says of the rendered files. */
const checks: Record<string, () => void> = {
  'Terraform: `modules/cluster_factory/`, a map of clusters with `for_each`':
    holds(`${factory}/control_plane.tf`, /for_each = var\.clusters/),
  'Terraform: SQS queue `{cluster-name}-karpenter`': holds(
    `${factory}/interruption.tf`,
    '"${each.value.name}-karpenter"',
  ),
  'Terraform: rule: Spot Interruption Warning': event(
    'EC2 Spot Instance Interruption Warning',
  ),
  'Terraform: rule: Rebalance Recommendation': event(
    'EC2 Instance Rebalance Recommendation',
  ),
  'Terraform: rule: Instance State-change': event(
    'EC2 Instance State-change Notification',
  ),
  'Terraform: rule: AWS Health': event('AWS Health Event'),
  'Terraform: output `karpenter_interruption_queue_names`': holds(
    `${factory}/outputs.tf`,
    /"karpenter_interruption_queue_names" \{[^}]*=> queue\.name \}/,
  ),
  'Terraform: output `karpenter_interruption_queue_urls`': holds(
    `${factory}/outputs.tf`,
    /"karpenter_interruption_queue_urls" \{[^}]*=> queue\.url \}/,
  ),
  'Terraform: `modules/karpenter/`, chart 1.1.1 from `oci://public.ecr.aws/karpenter`':
    holds(`${root}/releases.tf`, '"oci://public.ecr.aws/karpenter"'),
  'Terraform: APIs `karpenter.sh/v1`, `karpenter.k8s.aws/v1`': equals(
    new Set(manifests.map(({ apiVersion }) => apiVersion)),
    new Set(['karpenter.k8s.aws/v1', 'karpenter.sh/v1']),
  ),
  'Terraform: `replicas = 2`': () => {
    holds(`${root}/releases.tf`, 'replicas = min(2, ')();
    expect(parse(files['platform/karpenter/values.yaml']).replicas).toBe(2);
  },
  'Terraform: module enabled, outputs of `cluster_factory` used': holds(
    `${root}/releases.tf`,
    /module "karpenter" \{[^}]*module\.cluster_factory\.karpenter_interruption_queue_names/,
  ),
  'Platform manifests: discovery by tag': equals(
    [gpuClass.subnetSelectorTerms, gpuClass.securityGroupSelectorTerms],
    Array(2).fill([{ tags: { 'karpenter.sh/discovery': 'general-gpu' } }]),
  ),
  'Platform manifests: `nodeclasses/gpu.yaml`: AL2023 with GPU support': equals(
    gpuClass.amiSelectorTerms,
    [{ alias: expect.stringMatching(/^al2023@v20/) }],
  ),
  'Platform manifests: tags `workload-type=gpu`, `nvidia.com/gpu=present`':
    () => {
      const tags = { 'workload-type': 'gpu', 'nvidia.com/gpu': 'present' };
      expect(gpuClass.tags).toMatchObject(tags);
      expect(gpu.template.metadata.labels).toMatchObject(tags);
    },
  'Platform manifests: `nodepools/general.yaml`: m, c, r, generation 6 and newer':
    () => {
      expect(valuesOf(general, 'instance-category')).toEqual(['m', 'c', 'r']);
      expect(valuesOf(general, 'instance-generation')).toEqual(['5']);
    },
  'Platform manifests: spot and on-demand, spot preferred': equals(
    valuesOf(general, 'capacity-type'),
    ['spot', 'on-demand'],
  ),
  'Platform manifests: consolidation 5 m after empty or underutilized': equals(
    general.disruption,
    expect.objectContaining({
      consolidationPolicy: 'WhenEmptyOrUnderutilized',
      consolidateAfter: '5m',
    }),
  ),
  'Platform manifests: startup taint': equals(
    general.template.spec.startupTaints,
    [
      {
        key: 'node.cilium.io/agent-not-ready',
        value: 'true',
        effect: 'NoExecute',
      },
    ],
  ),
  'Platform manifests: limits 2000 CPU, 4000Gi': equals(general.limits, {
    cpu: '2000',
    memory: '4000Gi',
  }),
  'Platform manifests: `nodepools/gpu.yaml`: g5, p4d, p5': equals(
    valuesOf(gpu, 'instance-family'),
    ['g5', 'p4d', 'p5'],
  ),
  'Platform manifests: taints `nvidia.com/gpu=true`, `workload-type=gpu`':
    equals(gpu.template.spec.taints, [
      { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' },
      { key: 'workload-type', value: 'gpu', effect: 'NoSchedule' },
    ]),
  'Platform manifests: consolidation 30 m, only when empty': equals(
    gpu.disruption,
    expect.objectContaining({
      consolidationPolicy: 'WhenEmpty',
      consolidateAfter: '30m',
    }),
  ),
  'GitOps: `applicationset-cilium.yaml`': equals(
    ciliumSet.kind,
    'ApplicationSet',
  ),
  'GitOps: values from `platform/cilium/values.yaml`': equals(
    ofCilium.sources[0].helm.valueFiles[0],
    '$values/platform/cilium/values.yaml',
  ),
  'GitOps: API endpoint from cluster annotations': equals(
    ofCilium.sources[0].helm.valuesObject.k8sServiceHost,
    '{{ .metadata.annotations.k8s_api_host }}',
  ),
  'GitOps: server-side apply': () => {
    for (const { syncPolicy } of [ofCilium, ofKarpenter]) {
      expect(syncPolicy.syncOptions).toContain('ServerSideApply=true');
    }
  },
  'GitOps: self-heal on, prune off': equals(ofCilium.syncPolicy.automated, {
    selfHeal: true,
    prune: false,
  }),
  'GitOps: `applicationset-karpenter.yaml`, OCI registry': equals(
    ofKarpenter.sources[0].repoURL,
    'public.ecr.aws/karpenter',
  ),
  'GitOps: IRSA role from annotations': equals(
    ofKarpenter.sources[0].helm.values,
    expect.stringMatching(
      /if \.metadata\.annotations\.karpenter_role_arn[^]*eks\.amazonaws\.com\/role-arn/,
    ),
  ),
  'GitOps: self-heal and prune': equals(
    ofKarpenter.syncPolicy.automated,
    expect.objectContaining({ selfHeal: true, prune: true }),
  ),
  'Scripts: `apply-karpenter-nodes.sh`': holds(script, /^#!/),
  'Scripts: finds the cluster from the context': holds(
    script,
    /config view|current-context/,
  ),
  'Scripts: applies NodeClasses and NodePools': holds(
    script,
    /apply\b[^]*--server-side/,
    'nodepools',
  ),
  'Documents and sequence: creates cluster, tagged subnets and groups': () => {
    holds(
      `${factory}/network.tf`,
      '"karpenter.sh/discovery" = cluster.name',
      'private_subnet_tags',
    )();
    holds(
      `${factory}/control_plane.tf`,
      'module "eks"',
      'node_security_group_tags = local.discovery_tags[each.key]',
    )();
  },
  'Documents and sequence: creates queue and rules': queueAndRules,
  "Documents and sequence: creates Karpenter's roles": () => {
    const roles = files[`${karpenter}/identity/main.tf`].match(
      /resource "aws_iam_role" "\w+"/g,
    );
    expect(roles).toHaveLength(2);
  },
  'Documents and sequence: Cilium by Terraform module': holds(
    `${root}/releases.tf`,
    /module "cilium" \{/,
  ),
  'Documents and sequence: Karpenter by Terraform module': holds(
    `${root}/releases.tf`,
    /module "karpenter" \{/,
  ),
  'Documents and sequence: step 2, option A: script': holds(
    `${guides}/deployment-quickstart.md`,
    'scripts/apply-karpenter-nodes.sh',
  ),
  'Documents and sequence: step 3: check Karpenter': holds(
    `${guides}/deployment-quickstart.md`,
    'rollout status deployment/karpenter',
    'get ec2nodeclasses,nodepools',
  ),
  'Configuration points: `eni.enabled`': equals(cilium.eni.enabled, true),
  'Configuration points: `eni.awsReleaseExcessIPs`': equals(
    cilium.eni.awsReleaseExcessIPs,
    true,
  ),
  'Configuration points: `ipam.mode: eni`': equals(cilium.ipam.mode, 'eni'),
  'Configuration points: `routingMode: native`': equals(
    cilium.routingMode,
    'native',
  ),
  'Configuration points: VPC-native addresses, no encapsulation, eBPF, works with Karpenter':
    () => {
      expect(cilium).not.toHaveProperty('tunnelProtocol');
      expect(cilium.kubeProxyReplacement).toBe(true);
    },
  'Configuration points: interruption: spot, rebalance, state change, health':
    queueAndRules,
  'Troubleshooting: Karpenter launches no nodes: logs, pending pods, NodePool status':
    holds(
      guide,
      'app.kubernetes.io/name=karpenter --tail=100',
      '--field-selector status.phase=Pending',
      'get nodepools,ec2nodeclasses',
    ),
  'Troubleshooting: missing subnet tags': holds(
    guide,
    /`SubnetsNotFound`[^\n]*karpenter\.sh\/discovery/,
  ),
  'Troubleshooting: missing security group tags': holds(
    guide,
    /`SecurityGroupsNotFound`[^\n]*karpenter\.sh\/discovery/,
  ),
  'Troubleshooting: IAM permissions of the node role': holds(
    guide,
    /role `general-gpu-karpenter-node` has lost a policy/,
  ),
  'Troubleshooting: instance type not in the zone': holds(
    guide,
    /`InsufficientCapacityError`[^\n]*zones/,
  ),
  'Troubleshooting: pods stuck in ContainerCreating: status, logs, events':
    holds(
      guide,
      '### Pods stay in ContainerCreating',
      'cilium-dbg status',
      'logs <agent-pod> -c cilium-agent',
      'describe pod <pod-name>',
    ),
  'Troubleshooting: Cilium not ready on a new node': holds(
    guide,
    'The agent is not ready',
  ),
  'Cost: spot in the general pool': holds(guide, /\| spot \|[^\n]*general/),
  'Cost: consolidation after 5 m': holds(
    guide,
    'general: WhenEmptyOrUnderutilized after 5m',
  ),
  'Cost: GPU: only when empty, 30 m': holds(guide, 'gpu: WhenEmpty after 30m'),
  'Next steps: `policies/network-policies.yaml`': () =>
    expect(files).toHaveProperty(['policies/network-policies.yaml']),
  'Files: `terraform/modules/cluster_factory/{main,outputs}.tf`': equals(
    inFolder(factory),
    [
      'control_plane.tf',
      'endpoints.tf',
      'interruption.tf',
      'main.tf',
      'network.tf',
      'outputs.tf',
      'variables.tf',
      'versions.tf',
    ],
  ),
  'Files: `terraform/modules/karpenter/{main,variables}.tf`': equals(
    inFolder(karpenter),
    ['main.tf', 'outputs.tf', 'variables.tf', 'versions.tf'],
  ),
  'Files: `gitops/argocd/*.yaml`, `platform/karpenter/**`, `scripts/*.sh`':
    equals(
      [
        'gitops/argocd/applicationset-cilium.yaml',
        'gitops/argocd/applicationset-karpenter.yaml',
        'platform/karpenter/nodeclasses/default.yaml',
        'platform/karpenter/nodeclasses/gpu.yaml',
        'platform/karpenter/nodepools/general.yaml',
        'platform/karpenter/nodepools/gpu.yaml',
        script,
      ].filter(path => !(path in files)),
      [],
    ),
};

describe('rows of docs/differences.md that say same', () => {
  it('each have a check', () => {
    expect(sameRows().sort()).toEqual(Object.keys(checks).sort());
  });

  it.each(Object.entries(checks))('%s', (_, check) => {
    expect(check).not.toThrow();
  });
});
