import { ago, NOW } from '@clusterworks/kube-fixtures';
import type { Memory } from '../../../rule/memory';
import { emptyMemory } from '../../../rule/memory';
import { describeRule } from '../../../testing/describeRule';
import { doubleLaunch } from './doubleLaunch';
import { ciliumTable, startupTaint } from '../../../testing/cilium/testCluster';

const pool = (startupTaints: object[] = [], nodeClassRef?: object) => ({
  metadata: { name: 'general' },
  spec: { template: { spec: { startupTaints, nodeClassRef } } },
});
const twin = (age: number) => ({
  metadata: {
    name: 'general-2',
    labels: { 'karpenter.sh/nodepool': 'general' },
    creationTimestamp: ago(`${age}s`),
  },
});
const thrownAway = (name: string) => ({
  metadata: { name: `${name}.1`, namespace: 'default' },
  reason: 'DisruptionTerminating',
  message: 'Disrupting NodeClaim: Empty',
  lastTimestamp: ago('60s'),
  involvedObject: { kind: 'NodeClaim', name },
});
const remembers = (lived: number): Memory => ({
  ...emptyMemory(),
  at: Date.parse(NOW) - 30_000,
  deletedClaims: [
    {
      name: 'general-1',
      pool: 'general',
      createdAt: Date.parse(NOW) - 700_000,
      deletedAt: Date.parse(NOW) - 700_000 + lived * 1000,
      initialized: true,
    },
  ],
});
const given = (options: {
  taints?: object[];
  twinAge?: number;
  events?: object[];
}) => ({
  nodepools: [pool(options.taints)],
  nodeclaims: [twin(options.twinAge ?? 690)],
  events: options.events ?? [thrownAway('general-1')],
});

describeRule(
  doubleLaunch,
  [
    {
      name: 'two launches, one removed as empty',
      world: given({}),
      memory: remembers(590),
      said: ['warning NodePool/general'],
    },
    {
      name: 'it lived for 10 minutes',
      world: given({}),
      memory: remembers(600),
    },
    {
      name: 'created 61 s apart',
      world: given({ twinAge: 639 }),
      memory: remembers(300),
    },
    {
      name: 'created 60 s apart',
      world: given({ twinAge: 640 }),
      memory: remembers(300),
      said: ['warning NodePool/general'],
    },
    {
      name: 'no event that it was empty',
      world: given({ events: [] }),
      memory: remembers(300),
    },
    {
      name: 'the pool declares the taint',
      world: given({ taints: [startupTaint] }),
      memory: remembers(300),
    },
    {
      name: 'unknown at a first look',
      world: given({}),
      state: 'unknown',
      says: 'needs a second look',
    },
    {
      name: 'a pool of EKS Auto Mode is left out',
      world: {
        ...given({}),
        nodepools: [pool([], { group: 'eks.amazonaws.com', name: 'default' })],
      },
      memory: remembers(590),
      state: 'notApplicable',
    },
  ],
  ciliumTable,
);
