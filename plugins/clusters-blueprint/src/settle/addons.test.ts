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
    expect(addonsIn(files)).toEqual({
      ebsCsiDriver: { enabled: true },
      metricsServer: { enabled: true },
      loadBalancerController: { enabled: true, version: '3.5.0' },
    });
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
    expect(addonsIn(files)).toBeUndefined();
    expect(addonFiles(files)).toEqual([]);
    expect(files).not.toHaveProperty([storage]);
    expect(JSON.stringify(warnings)).not.toContain('spec.addons');
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
      ebsCsiDriver: { enabled: true },
      metricsServer: { enabled: true },
      loadBalancerController: { enabled: true, version: '3.4.0' },
      certManager: { enabled: true },
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
