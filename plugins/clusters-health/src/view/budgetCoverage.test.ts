import { noEniLimits } from '../model/addresses';
import { healthyWorld, NOW, pod, snapshotOf } from '../testing/world';
import { budgetCoverage } from './budgetCoverage';
import { lookAt } from './Look';

const running = { phase: 'Running' };

/** A pod of a workload; pods of one workload have one label `app`. */
function podOf(app: string, index: number, change: object = {}) {
  return pod(`${app}-${index}`, {
    metadata: {
      labels: { app },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${app}-hash`,
          uid: app,
          controller: true,
        },
      ],
    },
    status: running,
    ...change,
  });
}

function budget(app: string, namespace = 'default') {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: app, namespace },
    spec: { minAvailable: 1, selector: { matchLabels: { app } } },
    status: { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1 },
  };
}

function coverage(
  pods: object[],
  budgets: object[],
  states: Parameters<typeof snapshotOf>[1] = {},
) {
  const world = { ...healthyWorld(), pods, poddisruptionbudgets: budgets };
  const snapshot = snapshotOf(world as never, states);
  return budgetCoverage(lookAt(snapshot, Date.parse(NOW), noEniLimits));
}

const two = (app: string) => [podOf(app, 1), podOf(app, 2)];

describe('budgetCoverage', () => {
  it('is the share of workloads with several pods', () => {
    const pods = [...two('web'), ...two('db'), podOf('single', 1)];
    expect(coverage(pods, [budget('db')])).toEqual({
      certainty: 'exact',
      value: 0.5,
    });
    expect(coverage(pods, [budget('db'), budget('web')])).toMatchObject({
      value: 1,
    });
    expect(coverage(pods, [])).toMatchObject({ value: 0 });
  });

  it('counts no budget of another namespace', () => {
    expect(coverage(two('web'), [budget('web', 'other')])).toMatchObject({
      value: 0,
    });
  });

  it.each(['Job', 'DaemonSet'])('does not count pods of a %s', kind => {
    const owned = (index: number) =>
      podOf('extra', index, {
        metadata: {
          labels: { app: 'extra' },
          ownerReferences: [{ kind, name: 'extra', controller: true }],
        },
      });
    const pods = [...two('web'), owned(1), owned(2)];
    expect(coverage(pods, [budget('web')])).toMatchObject({ value: 1 });
  });

  it('is unknown, and not zero, without workloads', () => {
    expect(coverage([podOf('single', 1)], [])).toEqual({
      certainty: 'unknown',
      reason: 'no workload has several pods',
      code: 'noWorkload',
    });
  });

  it.each(['pods', 'poddisruptionbudgets'] as const)(
    'is unknown without %s',
    source => {
      expect(
        coverage(two('web'), [budget('web')], { [source]: 'forbidden' }),
      ).toEqual({
        certainty: 'unknown',
        reason: `${source}: forbidden`,
        code: 'source',
        params: { source, state: 'forbidden' },
      });
    },
  );
});
