import { readFileSync } from 'node:fs';
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { renderCluster } from './renderCluster';
import { readRecord, sha256 } from './records';

const source = readFileSync(
  require.resolve(
    '@clusterworks/plugin-clusters-spec/src/spec/__fixtures__/payments-dev.yaml',
  ),
  'utf8',
);
const spec = parseClusterSpecYaml(source);

describe('renderCluster', () => {
  const rendered = renderCluster(spec, { source });

  it('keeps cluster.yaml as given, and adds the versions that must be pinned', () => {
    const path = 'clusters/dev/payments-dev/cluster.yaml';
    const text = rendered.files[path];
    expect(parseClusterSpecYaml(text)).toEqual(rendered.spec);
    expect(rendered.spec).toMatchObject(spec);
    expect(renderCluster(rendered.spec, { source: text }).files[path]).toBe(
      text,
    );
    expect(parseClusterSpecYaml(renderCluster(spec).files[path])).toEqual(
      rendered.spec,
    );
  });

  const folder = 'clusters/dev/payments-dev';
  const status = { [`${folder}/status.yaml`]: 'kind: ClusterStatus\n' };
  const record = {
    [`${folder}/.generated.json`]: rendered.files[`${folder}/.generated.json`],
  };

  it.each<[string, Record<string, string>]>([
    ['was never rendered, and does not run', {}],
    ['was rendered, and is not applied yet', record],
    ['was rendered, and runs', { ...record, ...status }],
  ])('renders a cluster that %s', (_, before) => {
    expect(() => renderCluster(spec, { source, before })).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ['was never rendered', {}],
    ['has an unreadable record', { [`${folder}/.generated.json`]: '{' }],
  ])('makes no second cluster where one runs that %s', (_, before) => {
    expect(() =>
      renderCluster(spec, { source, before: { ...before, ...status } }),
    ).toThrow(
      /^metadata.name: "payments-dev" runs already, as clusters\/dev\/payments-dev\/status.yaml says/,
    );
  });

  it('has the layout of a platform repository', () => {
    expect(Object.keys(rendered.files)).toEqual(
      expect.arrayContaining([
        'clusters/dev/payments-dev/.generated.json',
        'clusters/dev/payments-dev/docs/cilium-karpenter-deployment.md',
        'clusters/dev/payments-dev/docs/deployment-quickstart.md',
        'gitops/argocd/applicationset-cilium.yaml',
        'gitops/argocd/applicationset-karpenter.yaml',
        'platform/cilium/values.yaml',
        'platform/karpenter/nodeclasses/default.yaml',
        'platform/karpenter/nodeclasses/gpu.yaml',
        'platform/karpenter/nodepools/general.yaml',
        'platform/karpenter/nodepools/gpu.yaml',
        'platform/overlays/dev/payments-dev/cilium-values.yaml',
        'platform/overlays/dev/payments-dev/karpenter/kustomization.yaml',
        'policies/network-policies.yaml',
        'scripts/apply-karpenter-nodes.sh',
        'scripts/publish-cluster-status.sh',
        'terraform/environments/dev/payments-dev/main.tf',
        'terraform/modules/.generated.json',
        'terraform/modules/cluster_factory/main.tf',
      ]),
    );
  });

  it('records every file once, with its hash', () => {
    const recorded = Object.entries(rendered.files)
      .filter(([path]) => path.endsWith('.generated.json'))
      .flatMap(([, text]) => Object.entries(readRecord(text)?.files ?? {}));
    const files = Object.entries(rendered.files).filter(
      ([path]) => !path.endsWith('.generated.json'),
    );
    expect(Object.fromEntries(recorded)).toEqual(
      Object.fromEntries(files.map(([path, text]) => [path, sha256(text)])),
    );
    expect(recorded).toHaveLength(files.length);
  });

  it('describes the cluster in one sentence', () => {
    expect(rendered.summary).toBe(
      'A private cluster in eu-west-1, 3 zones, 10.40.0.0/16, up to 2,500 vCPU, Kubernetes 1.35, Karpenter 1.14.3, Cilium 1.19.9',
    );
    expect(rendered.warnings.map(warning => warning.code)).toEqual([
      'endpoint-needs-route',
      // One file for each pool.
      'pods-below-capacity',
      'pods-below-capacity',
      'limits-shared',
    ]);
  });

  it('gives the same bytes each time', () => {
    expect(renderCluster(spec, { source })).toEqual(rendered);
  });

  it('leaves no mark of a template behind', () => {
    const marked = Object.entries(rendered.files).filter(
      ([path, text]) =>
        !path.startsWith('gitops/') &&
        !path.includes('/dashboards/') &&
        /\{\{|CLUSTER_NAME|TODO|undefined/.test(text),
    );
    expect(marked.map(([path]) => path)).toEqual([]);
  });

  it('refuses an invalid spec with all problems', () => {
    expect(() =>
      renderCluster({ ...spec, kind: 'Other', extra: 1 } as never),
    ).toThrow(/kind: must be[^]*extra: is not a known key/);
  });
});
