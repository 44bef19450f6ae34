import {
  type ClusterSpec,
  parseClusterSpecYaml,
  versionProfiles,
} from '@clusterworks/plugin-clusters-spec';
import { planChanges } from '../plan';
import { renderCluster } from '../renderCluster';
import { specs } from '../__testUtils__/specs';

type Versions = NonNullable<ClusterSpec['spec']['versions']>;

const withVersions = (versions?: Versions): ClusterSpec => ({
  ...specs.minimal,
  spec: { ...specs.minimal.spec, versions },
});
const path = 'clusters/dev/minimal/cluster.yaml';

/** The tree of a cluster that was made with these versions. */
const treeWith = (versions: Versions) =>
  renderCluster(withVersions(versions)).files;
const then: Versions = {
  kubernetes: '1.33',
  karpenter: '1.8.8',
  cilium: '1.18.14',
};

describe('versions', () => {
  it('are written down when a cluster is created', () => {
    const { kubernetes, karpenter, cilium } = versionProfiles.stable.versions;
    const text = renderCluster(withVersions()).files[path];
    expect(parseClusterSpecYaml(text).spec.versions).toEqual({
      kubernetes,
      karpenter,
      cilium,
    });
  });

  it('of a cluster that names none are those of its files, never newer', () => {
    const before = treeWith(then);
    for (const versions of [undefined, { profile: 'latest' as const }]) {
      const { files, warnings } = renderCluster(withVersions(versions), {
        before,
      });
      expect(parseClusterSpecYaml(files[path]).spec.versions).toEqual({
        ...versions,
        ...then,
      });
      expect(
        planChanges({ rendered: files, current: before }).write[
          'terraform/environments/dev/minimal/locals.tf'
        ],
      ).toBeUndefined();
      expect(warnings).toContainEqual({
        code: 'values-settled',
        message: expect.stringContaining(
          'spec.versions.kubernetes 1.33, spec.versions.karpenter 1.8.8, spec.versions.cilium 1.18.14',
        ),
      });
    }
  });

  it('of a cluster that Argo CD owns are those of its files, too', () => {
    const owned = (versions?: Versions): ClusterSpec => ({
      ...withVersions(versions),
      spec: {
        ...withVersions(versions).spec,
        gitops: { argocd: true, handedOver: true },
      },
    });
    const argocd = { argocd: '3.4.13' };
    const before = renderCluster(owned({ ...then, ...argocd })).files;
    const { spec } = renderCluster(owned(argocd), { before });
    expect(spec.spec.versions).toEqual({ ...argocd, ...then });
  });

  it.each<[string, Versions, string[]]>([
    ['nothing', then, []],
    ['one minor of Kubernetes', { ...then, kubernetes: '1.34' }, []],
    ['one minor of Cilium', { ...then, cilium: '1.19.9' }, []],
    ['minors of Karpenter', { ...then, karpenter: '1.14.3' }, []],
    ['a patch', { ...then, karpenter: '1.8.9' }, []],
    [
      'a skipped minor of Kubernetes',
      { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.19.9' },
      ['Kubernetes would go from 1.33 to 1.35 and skip a minor', 'in one step'],
    ],
    [
      'a way back of Kubernetes',
      { ...then, kubernetes: '1.32' },
      ['Kubernetes would go from 1.33 to 1.32: EKS has no way back'],
    ],
    [
      'a skipped minor of Cilium',
      { ...then, cilium: '1.20.4' },
      ['Cilium would go from 1.18.14 to 1.20.4 and skip a minor'],
    ],
    [
      'a way back of Karpenter',
      { ...then, karpenter: '1.8.7' },
      ['Karpenter would go from 1.8.8 to 1.8.7, an older one'],
    ],
    [
      'two components at once',
      { ...then, kubernetes: '1.34', karpenter: '1.9.2' },
      ['Kubernetes 1.33 to 1.34, Karpenter 1.8.8 to 1.9.2 in one step'],
    ],
  ])('may change by %s unless something is wrong with it', (_, next, wrong) => {
    const before = treeWith(then);
    const spec = withVersions(next);
    let said = '';
    try {
      renderCluster(spec, { before });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said === '').toBe(wrong.length === 0);
    for (const part of wrong) {
      expect(said).toContain(part);
    }
    // With the option the change is rendered, and is still a warning.
    const asked = renderCluster(spec, { before, allowVersionSteps: true });
    const steps = asked.warnings.filter(({ code }) => code === 'version-step');
    expect(steps).toHaveLength(wrong.length);
  });
});
