import {
  type ClusterSpec,
  parseClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { renderCluster } from '../renderCluster';
import type { FilesByPath } from '../FilesByPath';

const withAddons = (addons?: ClusterSpec['spec']['addons']): ClusterSpec => ({
  ...specs.minimal,
  spec: { ...specs.minimal.spec, addons },
});
const folder = 'clusters/dev/minimal';
const root = 'terraform/environments/dev/minimal';
const storage = 'platform/overlays/dev/minimal/addons/kustomization.yaml';

const addonsIn = (files: FilesByPath) =>
  parseClusterSpecYaml(files[`${folder}/cluster.yaml`]).spec.addons;
const addonFiles = (files: FilesByPath) =>
  Object.keys(files)
    .filter(path => path.startsWith(`${root}/addon_`))
    .map(path => path.slice(root.length + 1));

/** Versions of the add-ons of EKS that a new cluster with 1.35 gets. */
const pins = {
  coreDns: { version: 'v1.13.2-eksbuild.4' },
  podIdentityAgent: { version: 'v1.3.10-eksbuild.3' },
};
const usual = {
  ...pins,
  ebsCsiDriver: { enabled: true, version: 'v1.65.0-eksbuild.1' },
  metricsServer: { enabled: true, version: 'v0.9.0-eksbuild.5' },
  loadBalancerController: { enabled: true, version: '3.5.0' },
};

/** A tree of a release that wrote no versions of add-ons. */
function floating(files: FilesByPath): FilesByPath {
  const locals = `${root}/locals.tf`;
  return {
    ...files,
    [locals]: files[locals].replace(/"v[\d.]+-eksbuild\.\d+"/g, 'null'),
  };
}

/** A cluster that was made before there were add-ons. */
const without = renderCluster(
  withAddons({
    ebsCsiDriver: { enabled: false },
    metricsServer: { enabled: false },
    loadBalancerController: { enabled: false },
  }),
).files;

describe('add-ons', () => {
  it('that everybody needs are on in a new cluster, and written down', () => {
    const { files } = renderCluster(withAddons());
    expect(addonsIn(files)).toEqual(usual);
    expect(addonFiles(files)).toEqual([
      'addon_ebs_csi_driver.tf',
      'addon_load_balancer_controller.tf',
      'addon_metrics_server.tf',
    ]);
    expect(files[storage]).toContain('addons/storage');
  });

  it('are left out of a new cluster that switches them off', () => {
    expect(addonFiles(without)).toEqual([]);
    expect(without).not.toHaveProperty([storage]);
  });

  it('are not added to an existing cluster', () => {
    const { files, warnings } = renderCluster(withAddons(), {
      before: without,
    });
    expect(addonsIn(files)).toEqual(pins);
    expect(addonFiles(files)).toEqual([]);
    expect(files).not.toHaveProperty([storage]);
    expect(JSON.stringify(warnings)).not.toContain('.enabled');
  });

  it('stay in a cluster that has them, in their version, though its file is silent', () => {
    const before = renderCluster(
      withAddons({
        loadBalancerController: { enabled: true, version: '3.4.0' },
        certManager: { enabled: true },
      }),
    ).files;
    const { files } = renderCluster(withAddons(), { before });
    expect(addonsIn(files)).toEqual({
      ...usual,
      loadBalancerController: { enabled: true, version: '3.4.0' },
      certManager: { enabled: true, version: 'v1.20.2-eksbuild.2' },
    });
    expect(addonFiles(files)).toEqual(addonFiles(before));
  });

  it('are removed when they are switched off', () => {
    const before = renderCluster(withAddons()).files;
    const off = withAddons({ ebsCsiDriver: { enabled: false } });
    const { files } = renderCluster(off, { before });
    expect(addonFiles(files)).not.toContain('addon_ebs_csi_driver.tf');
    expect(files).not.toHaveProperty([storage]);
  });
});

describe('versions of add-ons', () => {
  const codes = ({ warnings }: ReturnType<typeof renderCluster>) =>
    warnings.map(({ code }) => code);

  it('are in Terraform as in cluster.yaml, and are settled once', () => {
    const first = renderCluster(withAddons());
    expect(first.files[`${root}/locals.tf`]).toMatch(
      /coredns_version\s+= "v1\.13\.2-eksbuild\.4"/,
    );
    const again = renderCluster(first.spec, { before: first.files });
    expect(again.files).toEqual(first.files);
    expect(codes(first)).not.toContain('addon-versions-float');
  });

  it('that a cluster does not have are not given to it', () => {
    const before = floating(renderCluster(withAddons()).files);
    const again = renderCluster(withAddons(), { before });
    expect(again.files[`${root}/locals.tf`]).toBe(before[`${root}/locals.tf`]);
    expect(addonsIn(again.files)).toEqual({
      ebsCsiDriver: { enabled: true },
      metricsServer: { enabled: true },
      loadBalancerController: { enabled: true, version: '3.5.0' },
    });
    expect(again.warnings).toContainEqual({
      code: 'addon-versions-float',
      message: expect.stringContaining(
        'coreDns, podIdentityAgent, ebsCsiDriver, metricsServer.',
      ),
    });
  });

  it('come with an add-on that is new to an existing cluster', () => {
    const { files } = renderCluster(
      withAddons({ snapshotController: { enabled: true } }),
      { before: floating(without) },
    );
    expect(addonsIn(files)).toEqual({
      snapshotController: { enabled: true, version: 'v8.5.0-eksbuild.3' },
    });
  });

  it('are left to EKS for a minor that nobody has reported on', () => {
    const newest = renderCluster({
      ...specs.minimal,
      spec: {
        ...specs.minimal.spec,
        versions: { kubernetes: '1.37', karpenter: '1.15.1', cilium: '1.20.4' },
      },
    });
    expect(addonsIn(newest.files)).toMatchObject({
      metricsServer: { enabled: true },
    });
    expect(addonsIn(newest.files)).not.toHaveProperty('coreDns');
    expect(codes(newest)).toContain('addon-versions-float');
  });

  const stepped = (before: FilesByPath) => {
    const text = before[`${folder}/cluster.yaml`];
    const spec = parseClusterSpecYaml(text.replace('"1.35"', '"1.36"'));
    return renderCluster(spec, { before });
  };
  const saysOf = (rendered: ReturnType<typeof renderCluster>) =>
    rendered.warnings
      .filter(({ code }) => code === 'addons-with-kubernetes')
      .map(({ message }) => message);

  it('stay when Kubernetes moves, and the review says which', () => {
    const [says, ...others] = saysOf(
      stepped(renderCluster(withAddons()).files),
    );
    expect(others).toEqual([]);
    expect(says).toContain('Kubernetes goes from 1.35 to 1.36.');
    expect(says).toContain(
      'coreDns v1.13.2-eksbuild.4 (known for 1.36: v1.14.3-eksbuild.14)',
    );
    // These have one version for both minors.
    expect(says).not.toContain('podIdentityAgent');
  });

  it('move with Kubernetes where none is named, and the review says so', () => {
    const bare = renderCluster(withAddons(), {
      before: floating(renderCluster(withAddons()).files),
    }).files;
    expect(saysOf(stepped(bare))).toEqual([
      "Kubernetes goes from 1.35 to 1.36. These add-ons move to EKS's default in the same apply, because they name no version: coreDns, podIdentityAgent, ebsCsiDriver, metricsServer.",
    ]);
  });

  it('are no matter of a change that leaves Kubernetes alone', () => {
    const { files, spec } = renderCluster(withAddons());
    expect(saysOf(renderCluster(spec, { before: files }))).toEqual([]);
    expect(saysOf(renderCluster(spec))).toEqual([]);
  });
});
