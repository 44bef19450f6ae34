import { assess } from '../assess/assess';
import { headlineOf } from '../assess/headlineOf';
import { blankSnapshot } from '../kinds';
import type { World } from '../testing/world';
import {
  ago,
  ciliumDaemonSet,
  ciliumOperatorDeployment,
  karpenterDeployment,
  NOW,
  node,
  nodeClass,
  nodePool,
  snapshotOf,
} from '../testing/world';

const born = (minutes: number) => ({
  metadata: { creationTimestamp: ago(minutes) },
});
/** A node of a managed node group. */
const systemNode = (minutes: number) =>
  node('system-1', {
    metadata: {
      creationTimestamp: ago(minutes),
      labels: { 'karpenter.sh/nodepool': undefined },
    },
  });
const young = (minutes: number): World => ({
  nodes: [systemNode(minutes)],
  deployments: [
    karpenterDeployment(born(3)),
    ciliumOperatorDeployment(born(minutes)),
  ],
  daemonsets: [ciliumDaemonSet(born(minutes))],
  nodepools: [],
  ec2nodeclasses: [],
});
const judge = (world: World) => {
  const { assessment } = assess(snapshotOf(world), undefined, NOW);
  const { phase, verdict } = assessment;
  return { phase, verdict, says: headlineOf(assessment).text };
};

describe('a cluster that is being built', () => {
  it('has no findings about parts that do not exist yet', () => {
    expect(judge(young(9))).toEqual({
      phase: 'building',
      verdict: 'unknown',
      says: expect.stringMatching(
        /^The cluster is being built: an EC2NodeClass is expected by \d\d:\d\d UTC$/,
      ),
    });
  });

  it.each([
    ['just within its time', young(14.9), 'building'],
    ['past its time', young(15), 'running'],
    [
      'complete early',
      {
        ...young(9),
        nodepools: [nodePool('general', born(1))],
        ec2nodeclasses: [nodeClass('default', born(1))],
      },
      'running',
    ],
    [
      'one object is old, so a part was lost',
      { ...young(9), daemonsets: [ciliumDaemonSet(born(60))] },
      'running',
    ],
    [
      'an object has no creation time',
      {
        ...young(9),
        daemonsets: [
          ciliumDaemonSet({ metadata: { creationTimestamp: undefined } }),
        ],
      },
      'running',
    ],
    [
      'pools whose reading is forbidden',
      { ...young(9), nodepools: 'forbidden' },
      'building',
    ],
  ] as [string, World, string][])('%s', (_, world, phase) => {
    expect(judge(world).phase).toBe(phase);
  });

  it('begins before the API server exists, without a start time', () => {
    const snapshot = blankSnapshot('new', 'notProvisioned');
    const { assessment } = assess(snapshot, undefined, NOW);
    expect(assessment).toMatchObject({
      phase: 'building',
      building: { waitsFor: 'its API server' },
      verdict: 'unknown',
      findings: [],
    });
    expect(headlineOf(assessment)).toEqual({
      text: 'The cluster is being built: its API server comes next',
    });
  });

  it('is critical while it is built when a fault keeps a part away', () => {
    const refused = karpenterDeployment({
      ...born(3),
      status: {
        availableReplicas: 0,
        conditions: [
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message: 'exceeded quota: team',
          },
        ],
      },
    });
    const world = young(9);
    expect(
      judge({
        ...world,
        deployments: [refused, ciliumOperatorDeployment(born(9))],
      }),
    ).toMatchObject({ phase: 'building', verdict: 'critical' });
  });

  it('is critical once the time for building is over', () => {
    const karpenter = karpenterDeployment(born(15));
    const operator = ciliumOperatorDeployment(born(15));
    const world = { ...young(15), deployments: [karpenter, operator] };
    const { assessment } = assess(snapshotOf(world), undefined, NOW);
    expect(assessment).toMatchObject({ phase: 'running', verdict: 'critical' });
    const [root] = assessment.findings;
    expect(root.title).toContain('There is no EC2NodeClass');
    const overdue = assessment.findings.find(
      ({ rule }) => rule === 'building-overdue',
    );
    expect(root.consequences).toContain(overdue?.id);
  });
});
