/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import {
  hasRealKube,
  sharedPath,
  startRealKube,
  waitFor,
} from '@clusterworks/test-support';
import { renderedManifests } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';
import { hasTool, itWith } from './__testUtils__/tools';

const available =
  hasRealKube &&
  sharedPath('upstream', 'karpenter-v1.14.1') !== undefined &&
  sharedPath('upstream', 'argocd-v3.5.1') !== undefined &&
  ['kubectl', 'xz', 'openssl', 'curl'].every(hasTool);

const dryRun = [
  'apply',
  '--server-side',
  '--dry-run=server',
  '--validate=strict',
  '-f',
  '-',
];

/** Groups of specs by the Karpenter whose definitions they are checked with. */
const groups = [
  { crds: 'karpenter-v1.1.1', names: ['seed', 'mesh-alone'] },
  {
    crds: 'karpenter-v1.14.1',
    names: Object.keys(specs).filter(
      name => !['seed', 'mesh-alone', 'latest', 'hardened'].includes(name),
    ),
  },
  { crds: 'karpenter-v1.15.1', names: ['latest', 'hardened'] },
];

/** The tool's server forbids privileged pods, which EKS allows. */
const withoutPrivilege = (key: string, value: unknown) =>
  key === 'privileged' ? undefined : value;

describe('a real Kubernetes API server', () => {
  itWith(available)(
    'admits every object by server-side dry run, CEL rules included',
    async () => {
      const kube = await startRealKube();
      try {
        await kube.installCrds(['cilium-1.18.0', 'argocd-v3.5.1']);
        await kube.kubectl(['create', 'namespace', 'argocd']);
        for (const { crds, names } of groups) {
          await kube.installCrds([crds]);
          // One request for all: nothing is stored, so names may repeat.
          const items = [
            ...new Map(
              names
                .flatMap(name => renderedManifests(specs[name]))
                .map(each => [JSON.stringify(each), each] as const),
            ).values(),
          ];
          const list = { apiVersion: 'v1', kind: 'List', items };
          // The server validates with a CRD's old schema for a moment after
          // the CRD has changed.
          const applied = await waitFor(() =>
            kube.kubectl(dryRun, JSON.stringify(list, withoutPrivilege)),
          );
          expect(applied.trim().split('\n')).toHaveLength(items.length);
        }
      } finally {
        await kube.stop();
      }
    },
  );
});
