import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { readRecorded, recordedPresent } from '../../testing/recorded';
import fixture from './__fixtures__/karpenterEdits.json';
import { driftRules } from './driftRules';
import { hashedDifferences } from './hashedFields';
import type { KarpenterManifest } from './KarpenterManifest';

/** RFC 7386. */
function merged(base: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result = { ...(base as Record<string, unknown> | undefined) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = merged(result[key], value);
    }
  }
  return result;
}

type Edit = {
  edit: string;
  object: string;
  patch: object;
  hash: string;
  drift: { reason: string; claims?: string[]; undecided?: string[] }[];
};
const edits = fixture.edits as Edit[];
const base = fixture.base as (KarpenterManifest & { hash: string })[];
const idOf = ({ kind, metadata }: KarpenterManifest) =>
  `${kind}/${metadata.name}`;
const edited = ({ object, patch }: Edit): KarpenterManifest[] =>
  base.map(each =>
    idOf(each) === object
      ? { ...each, spec: merged(each.spec, patch) }
      : { ...each },
  );

const claim = (
  name: string,
  nodePool: string,
  instanceType: string,
  zone: string,
  capacityType: string,
): NodeClaimView => ({
  ...{ name, nodePool, instanceType, zone, capacityType },
  nodeClass: 'default',
  stage: 'ready',
});
const claims = [
  claim('general-1', 'general', 'm6i.large', 'eu-west-1a', 'spot'),
  claim('general-2', 'general', 'c6a.xlarge', 'eu-west-1b', 'on-demand'),
  claim('general-3', 'general', 'r7i.2xlarge', 'eu-west-1c', 'spot'),
  claim('gpu-1', 'gpu', 'g5.xlarge', 'eu-west-1a', 'on-demand'),
];
const versions = { kubernetes: '1.35', karpenter: '1.14.1' };

describe('edits of NodePools and EC2NodeClasses', () => {
  it('has at least 50 edits', () => {
    expect(edits.length).toBeGreaterThanOrEqual(50);
  });

  it.each(edits.map(edit => [edit.edit, edit] as const))(
    '%s: hashed exactly when Karpenter hashes it',
    (_, edit) => {
      const index = base.findIndex(each => idOf(each) === edit.object);
      const fields = hashedDifferences(base[index], edited(edit)[index]);
      expect(fields.length > 0).toBe(edit.hash !== base[index].hash);
    },
  );

  it.each(edits.map(edit => [edit.edit, edit] as const))(
    '%s: drifts these NodeClaims and no others',
    (_, edit) => {
      const rules = driftRules(
        { manifests: base, versions },
        { manifests: edited(edit), versions },
      );
      const found = rules.map(({ reason, effect }) => {
        const names = (wanted: (each: ReturnType<typeof effect>) => boolean) =>
          claims.filter(each => wanted(effect(each))).map(({ name }) => name);
        const undecided = names(each => typeof each === 'object');
        return undecided.length > 0
          ? { reason, undecided }
          : { reason, claims: names(each => each === 'drifts') };
      });
      expect(found).toEqual(edit.drift);
    },
  );

  it.each([
    ['1.35', '1.36', '1.14.1', '1.14.1', ['AMIDrift']],
    ['1.35', '1.35', '1.11.3', '1.12.2', ['NodeClassDrift']],
    ['1.35', '1.35', '1.12.2', '1.14.1', []],
    ['1.35', '1.35', '1.14.1', '1.15.1', []],
  ])(
    'Kubernetes %s to %s with Karpenter %s to %s',
    (kubernetes, nextKubernetes, karpenter, nextKarpenter, expected) => {
      const rules = driftRules(
        { manifests: base, versions: { kubernetes, karpenter } },
        {
          manifests: base,
          versions: { kubernetes: nextKubernetes, karpenter: nextKarpenter },
        },
      );
      expect(rules.map(({ reason }) => reason)).toEqual(expected);
    },
  );
});

describe('the hashes of the edits', () => {
  const run = recordedPresent ? it : it.skip;
  run.each([
    ['healthy', 'general'],
    ['gpu-initializing', 'gpu'],
  ])('are those of the controller that was recorded: %s', (folder, name) => {
    const pools = readRecorded(folder).resources.find(
      ({ resource }) => resource === 'nodepools.karpenter.sh',
    );
    const annotations = pools?.items
      .map(
        item =>
          (item as { metadata: { name: string; annotations: object } })
            .metadata,
      )
      .find(metadata => metadata.name === name)?.annotations;
    expect(annotations).toHaveProperty(
      ['karpenter.sh/nodepool-hash'],
      base.find(each => idOf(each) === `NodePool/${name}`)?.hash,
    );
  });
});
