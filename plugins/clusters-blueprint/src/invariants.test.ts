import { parse as parseHcl } from '@cdktf/hcl2json';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readAssets } from './assets/readAssets';
import { ciliumValues } from './cilium/ciliumValues';
import { renderedManifests } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';

// Conditions between files of different owners, which no schema checks and
// which a golden tree only shows.

type Taint = { key: string; value?: string; effect: string };
type Toleration = Partial<Taint> & { operator?: string };

function tolerates(tolerations: Toleration[], taint: Taint): boolean {
  return tolerations.some(
    each =>
      (each.key === undefined || each.key === taint.key) &&
      (each.effect === undefined || each.effect === taint.effect) &&
      (each.operator === 'Exists' || each.value === taint.value),
  );
}

const asset = (path: string) =>
  readAssets(path.slice(0, path.lastIndexOf('/')))[path];
const base = (path: string) => parse(asset(path)) as any;
const AGENT_TAINT = 'node.cilium.io/agent-not-ready';

/** Pools with taints that only their owner's pods tolerate. */
const dedicated: ClusterSpec = parseClusterSpec({
  ...specs.minimal,
  spec: {
    ...specs.minimal.spec,
    karpenter: {
      nodePools: [
        {
          name: 'training',
          preset: 'gpu',
          taints: [
            { key: 'example.com/team', value: 'ml', effect: 'NoExecute' },
          ],
        },
      ],
    },
  },
});

describe.each([...Object.entries(specs), ['dedicated', dedicated] as const])(
  'nodes of %s',
  (_, spec) => {
    const manifests = renderedManifests(spec) as any[];
    const pools = manifests.filter(({ kind }) => kind === 'NodePool');
    const classes = manifests.filter(({ kind }) => kind === 'EC2NodeClass');

    it('wait for Cilium, and belong to a class that is there', () => {
      for (const pool of pools) {
        const { startupTaints, nodeClassRef } = pool.spec.template.spec;
        expect(startupTaints).toEqual([
          { key: AGENT_TAINT, value: 'true', effect: 'NoExecute' },
        ]);
        expect(classes.map(each => each.metadata.name)).toContain(
          nodeClassRef.name,
        );
      }
    });

    it('have a pinned image, encrypted disks and metadata out of reach of pods', () => {
      for (const { spec: nodeClass } of classes) {
        expect(nodeClass.amiSelectorTerms).toEqual([
          {
            alias: expect.stringMatching(
              /^(al2023@v\d{8}|bottlerocket@v1\.\d+\.\d+)$/,
            ),
          },
        ]);
        expect('userData' in nodeClass).toBe(
          spec.spec.karpenter?.registryMirrors !== undefined,
        );
        expect(nodeClass.metadataOptions).toMatchObject({
          httpTokens: 'required',
          httpPutResponseHopLimit: 1,
        });
        for (const { ebs } of nodeClass.blockDeviceMappings) {
          expect(ebs.encrypted).toBe(true);
        }
      }
    });

    it.each([
      ['nvidia.com/gpu', 'nvidia-device-plugin'],
      ['vpc.amazonaws.com/efa', 'aws-efa-k8s-device-plugin'],
    ])('with %s have %s on every pool', (label, name) => {
      const labelled = pools.filter(
        pool => pool.spec.template.metadata?.labels?.[label] === 'present',
      );
      const plugin = manifests.find(
        ({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === name,
      )?.spec.template.spec;
      for (const { metadata, spec: nodes } of labelled.map(
        pool => pool.spec.template,
      )) {
        expect({
          'kubernetes.io/os': 'linux',
          ...metadata.labels,
        }).toMatchObject(plugin.nodeSelector);
        for (const taint of nodes.taints) {
          expect([taint, tolerates(plugin.tolerations, taint)]).toEqual([
            taint,
            true,
          ]);
        }
      }
    });

    it('are opened to the portal for reading only', () => {
      for (const role of manifests.filter(
        ({ kind }) => kind === 'ClusterRole',
      )) {
        for (const { verbs, resources } of role.rules) {
          expect(verbs).toEqual(['get', 'list', 'watch']);
          expect(resources).not.toContain('secrets');
        }
      }
    });
  },
);

describe('system nodes', () => {
  const path = 'terraform/modules/system_nodes/main.tf';
  const everything = resolveClusterSpec(
    parseClusterSpec({
      ...specs.mesh,
      spec: { ...specs.mesh.spec, versions: { profile: 'stable' } },
    }),
  );

  it('take what a cluster needs before Karpenter has launched a node', async () => {
    const parsed: any = await parseHcl(path, asset(path));
    const { taints, labels } = parsed.module.node_group[0];
    const known: Taint[] = Object.values<any>(taints).map(each => ({
      ...each,
      effect: { NO_SCHEDULE: 'NoSchedule', NO_EXECUTE: 'NoExecute' }[
        each.effect as string
      ],
    }));
    const system = known.find(({ key }) => key === 'CriticalAddonsOnly');
    const cilium = base('platform/cilium/values.yaml');
    const own: any = ciliumValues(everything);
    const karpenter = base('platform/karpenter/values.yaml');

    // These two start before Cilium is ready; the others need the pod network.
    for (const owner of [cilium.operator, karpenter]) {
      expect(owner.nodeSelector).toMatchObject(labels);
      known.forEach(taint =>
        expect(tolerates(owner.tolerations, taint)).toBe(true),
      );
    }
    for (const owner of [
      cilium.certgen,
      own.hubble.relay,
      own.hubble.ui,
      own.clustermesh.apiserver,
    ]) {
      expect(tolerates(owner.tolerations, system!)).toBe(true);
    }
    const coredns = JSON.stringify(parsed.resource.aws_eks_addon.coredns[0]);
    expect(coredns).toContain('CriticalAddonsOnly');
    expect(coredns).toContain(Object.keys(labels)[0]);
  });
});

describe('baseline network policies', () => {
  const policies = renderedManifests(specs.hardened).filter(
    ({ kind }) => kind === 'CiliumClusterwideNetworkPolicy',
  ) as any[];

  it('select nothing but pods in labelled namespaces', () => {
    for (const { spec } of policies) {
      expect(spec.endpointSelector).toEqual({
        matchLabels: {
          'io.cilium.k8s.namespace.labels.clusterworks.dev/network-policy':
            'default-deny',
        },
      });
    }
  });

  it('deny, and let DNS, the API server and probes pass', () => {
    const rules = Object.fromEntries(
      policies.map(({ metadata, spec }) => [metadata.name, spec]),
    );
    expect(rules['clusterworks-default-deny']).toMatchObject({
      ingress: [{}],
      egress: [{}],
    });
    const [dns] = rules['clusterworks-allow-dns'].egress;
    expect(dns.toPorts[0].ports).toEqual([
      { port: '53', protocol: 'UDP' },
      { port: '53', protocol: 'TCP' },
    ]);
    expect(rules['clusterworks-allow-api-server'].egress[0].toEntities).toEqual(
      ['kube-apiserver'],
    );
    // 169.254.170.23:80, where EKS Pod Identity gives out credentials.
    expect(rules['clusterworks-allow-pod-identity'].egress).toEqual([
      {
        toEntities: ['host'],
        toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }],
      },
    ]);
    expect(rules['clusterworks-allow-health'].ingress[0].fromEntities).toEqual([
      'host',
      'health',
    ]);
  });
});
