import { type KubeObject } from '@clusterworks/kube-fixtures';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import { sharedPath } from '@clusterworks/test-support';
import { crdValidators } from '../__testUtils__/crdSchemas';
import { fieldPaths, recordedObjects } from '../__testUtils__/recordedObjects';
import { testWorld } from '../__testUtils__/testWorld';
import { scenarioNames } from './scenarios';
import type { World } from './World';

const describeShared =
  sharedPath('upstream') && sharedPath('recorded') ? describe : describe.skip;

function objectsOf(world: World): KubeObject[] {
  return allKinds.flatMap(({ apiVersion, kind }) =>
    world.store.list(apiVersion, kind),
  );
}

/** Objects of many moments: nodes joining, running, leaving. */
function objectsOverTime(world: World, clock: { advance(ms: number): void }) {
  const objects = new Set<KubeObject>();
  for (let moment = 0; moment < 40; moment += 1) {
    objectsOf(world).forEach(object => objects.add(object));
    clock.advance(moment % 2 ? 7_000 : 61_000);
    world.advance();
  }
  return [...objects];
}

/** Fields that the demo writes, but no recorded object contains. */
const ours: Record<string, RegExp> = {
  Pod: /^\.(spec\.(serviceAccount|serviceAccountName|containers\[\*\]\.resources)|status\.(conditions\[\*\]\.(reason|message)|containerStatuses\[\*\]\.state\.waiting)|metadata\.deletion)/,
  DaemonSet: /^\.(spec\.template|status\.numberUnavailable)/,
  Deployment: /^\.spec\.template/,
  // The renderer's own, checked against the CRD above.
  EC2NodeClass: /^\.spec\./,
  NodePool: /^\.spec\.(weight|template\.spec\.|disruption\.budgets)/,
  NodeClaim: /^\.spec\.terminationGracePeriod/,
  CustomResourceDefinition: /./,
};

/** Fields of recorded objects that the demo does not write. */
const theirs =
  // kubectl's annotation; zero replicas are not written.
  /^\.(metadata\.(managedFields|annotations)|spec\.template|status\.(replicas|updatedReplicas)$)/;

describeShared('the shapes of simulated objects', () => {
  it.each(scenarioNames)('fit the CRDs of Karpenter and Cilium: %s', name => {
    const { world, clock } = testWorld({ scenario: name });
    const karpenter =
      name === 'karpenter-down' ? 'karpenter-v1.1.1' : 'karpenter-v1.14.1';
    const validators = crdValidators([karpenter, 'cilium-1.18.0']);
    const problems = new Set<string>();
    let validated = 0;
    for (const object of objectsOverTime(world, clock)) {
      const validate = validators.get(object.kind);
      if (validate) {
        validated += 1;
        if (!validate(object as unknown)) {
          validate.errors?.forEach(error =>
            problems.add(
              `${object.kind}${error.instancePath} ${
                error.message
              } ${JSON.stringify(error.params)}`,
            ),
          );
        }
      }
    }
    expect([...problems]).toEqual([]);
    expect(validated).toBeGreaterThan(50);
  });

  const { world, clock } = testWorld({ scenario: 'healthy' });
  const simulated = objectsOverTime(world, clock);
  const recorded = sharedPath('recorded') ? recordedObjects() : [];
  const kinds = [
    'Node',
    'NodePool',
    'NodeClaim',
    'EC2NodeClass',
    'CiliumNode',
    'CiliumEndpoint',
    'Pod',
    'Event',
    'Lease',
    'Deployment',
    'DaemonSet',
    'PodDisruptionBudget',
  ];

  it.each(kinds)('have no field that a real %s does not have', kind => {
    const known = new Set(
      recorded
        .filter(each => each.kind === kind)
        .flatMap(each => fieldPaths(each)),
    );
    const extra = simulated
      .filter(each => each.kind === kind)
      .flatMap(each => fieldPaths(each))
      .filter(path => !known.has(path) && !ours[kind]?.test(path));
    expect([...new Set(extra)]).toEqual([]);
  });

  it.each(kinds)('have every field that each real %s has', kind => {
    const real = recorded.filter(each => each.kind === kind);
    const [first, ...rest] = real.map(each => new Set(fieldPaths(each)));
    const always = [...first].filter(
      path => rest.every(each => each.has(path)) && !theirs.test(path),
    );
    const missing = simulated
      .filter(each => each.kind === kind)
      .flatMap(each => {
        const own = new Set(fieldPaths(each));
        return always.filter(path => !own.has(path));
      });
    expect([...new Set(missing)]).toEqual([]);
  });
});
