import {
  collectClusterSpecIssues,
  efaTypeNames,
  findInstanceType,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { specs } from '../__testUtils__/specs';
import { renderCluster } from '../renderCluster';
import { efaInterfaces } from './efaInterfaces';
import { karpenterManifests } from './karpenterOverlay';

const efa = { instanceType: 'p5.48xlarge' };

/** A spec with one GPU pool, which has adapters unless the test says other. */
const specWith = (pool: object, parts: object = {}) => ({
  ...specs.minimal,
  spec: {
    ...specs.minimal.spec,
    karpenter: {
      nodePools: [{ name: 'training', preset: 'gpu', efa, ...pool }],
    },
    ...parts,
  },
});
const manifestsOf = (pool: object) =>
  karpenterManifests(
    resolveClusterSpec(parseClusterSpec(specWith(pool))),
  ) as any[];
const overlay = 'platform/overlays/dev/minimal/addons/kustomization.yaml';

describe('Elastic Fabric Adapters', () => {
  it.each(efaTypeNames)('are on every network card of %s', instanceType => {
    const { networkInterfaces = [] } = efaInterfaces({ efa: { instanceType } });
    const [primary, ...adapters] = networkInterfaces;
    expect(primary).toEqual({
      networkCardIndex: 0,
      deviceIndex: 0,
      interfaceType: 'interface',
    });
    expect(adapters.map(({ networkCardIndex }) => networkCardIndex)).toEqual(
      adapters.map((_, card) => card),
    );
    // An adapter with addresses would be used for pods.
    expect(new Set(adapters.map(each => each.interfaceType))).toEqual(
      new Set(['efa-only']),
    );
    const places = networkInterfaces.map(
      each => `${each.networkCardIndex}/${each.deviceIndex}`,
    );
    expect(new Set(places).size).toBe(places.length);
    expect(findInstanceType(instanceType)).toBeDefined();
  });

  it('are 32 on p5.48xlarge, which leaves one interface for pods', () => {
    const [nodeClass, ...pools] = manifestsOf({});
    expect(nodeClass.metadata.name).toBe('training');
    expect(nodeClass.spec.networkInterfaces).toHaveLength(33);
    expect(nodeClass.spec).not.toHaveProperty('placementGroupSelector');
    // 49 addresses, two of them for Cilium, and three pods that need none.
    expect(nodeClass.spec.kubelet).toEqual({ maxPods: 50 });
    for (const { spec } of pools) {
      expect(spec.template.metadata.labels).toMatchObject({
        'vpc.amazonaws.com/efa': 'present',
      });
      expect(spec.template.spec.requirements).toContainEqual({
        key: 'node.kubernetes.io/instance-type',
        operator: 'In',
        values: ['p5.48xlarge'],
      });
    }
  });

  it('leave other pools of the same cluster alone', () => {
    const [nodeClass, pool] = manifestsOf({ efa: undefined });
    expect(nodeClass.metadata.name).toBe('gpu');
    expect(nodeClass.spec).not.toHaveProperty('networkInterfaces');
    expect(pool.spec.template.metadata.labels).not.toHaveProperty([
      'vpc.amazonaws.com/efa',
    ]);
  });

  it('select a placement group by its name', () => {
    const [nodeClass] = manifestsOf({ efa: { ...efa, placementGroup: 'p' } });
    expect(nodeClass.spec.placementGroupSelector).toEqual({ name: 'p' });
  });

  it('bring the device plugin, the rule of the group and a chapter', () => {
    const { files } = renderCluster(parseClusterSpec(specWith({})));
    expect(parse(files[overlay]).resources).toContain(
      '../../../../addons/efa-device-plugin',
    );
    expect(parse(files[overlay])).not.toHaveProperty('images');
    expect(files['terraform/environments/dev/minimal/locals.tf']).toMatch(
      /efa\s+= true/,
    );
    const guide = 'clusters/dev/minimal/docs/cilium-karpenter-deployment.md';
    expect(files[guide]).toContain('vpc.amazonaws.com/efa: 32');
    const without = renderCluster(specs.minimal).files;
    expect(without[overlay]).not.toContain('efa');
    expect(without[guide]).not.toContain('Elastic Fabric Adapter');
  });

  it('take the image of the partition where it is another', () => {
    const { files } = renderCluster(
      parseClusterSpec(specWith({}, { region: 'us-gov-west-1' })),
    );
    expect(parse(files[overlay]).images).toEqual([
      {
        name: '602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/aws-efa-k8s-device-plugin',
        newName:
          '013241004608.dkr.ecr.us-gov-west-1.amazonaws.com/eks/aws-efa-k8s-device-plugin',
      },
    ]);
  });

  it.each<[string, object, object, string]>([
    [
      'Karpenter before 1.11',
      {},
      { versions: { kubernetes: '1.34', karpenter: '1.8.8' } },
      'spec.karpenter.nodePools[0].efa: needs Karpenter 1.11 or newer, not 1.8.8',
    ],
    [
      'another preset',
      { preset: 'custom' },
      {},
      'spec.karpenter.nodePools[0].efa: needs preset gpu',
    ],
    [
      'a type whose cards are not known',
      { efa: { instanceType: 'g5.48xlarge' } },
      {},
      'spec.karpenter.nodePools[0].efa.instanceType: "g5.48xlarge" has no network cards that are known here; known are p4d.24xlarge, ',
    ],
    [
      'families besides the type',
      { instanceFamilies: ['p5'] },
      {},
      'spec.karpenter.nodePools[0].instanceFamilies: must be left out',
    ],
    [
      'public nodes',
      {},
      { network: { vpcCidr: '10.0.0.0/16', nodesInPublicSubnets: true } },
      'spec.karpenter.nodePools[0].efa: needs nodes in private subnets',
    ],
  ])('are refused with %s', (_, pool, parts, expected) => {
    const issues = collectClusterSpecIssues(specWith(pool, parts));
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual(
      expect.arrayContaining([expect.stringContaining(expected)]),
    );
  });

  it('are accepted otherwise, with a word on late addresses', () => {
    expect(collectClusterSpecIssues(specWith({}))).toEqual([]);
    const codesOf = (pool: object) =>
      renderCluster(parseClusterSpec(specWith(pool))).warnings.map(
        ({ code }) => code,
      );
    expect(codesOf({})).toContain('efa-addresses-late');
    expect(codesOf({})).not.toContain('placement-group-zones');
    const placed = { ...efa, placementGroup: 'p' };
    expect(codesOf({ efa: placed })).toContain('placement-group-zones');
    const zone = {
      key: 'topology.kubernetes.io/zone',
      operator: 'In',
      values: ['eu-west-1a'],
    };
    expect(codesOf({ efa: placed, requirements: [zone] })).not.toContain(
      'placement-group-zones',
    );
    expect(codesOf({ efa: undefined })).not.toContain('efa-addresses-late');
  });
});
