import { emptyMemory, Memory } from '../../../rule/memory';
import { describeRule } from '../../../testing/describeRule';
import { doubleLaunch } from './doubleLaunch';
import {
  ago,
  ciliumTable,
  now,
  startupTaint,
} from '../../../testing/cilium/testCluster';

const pool = (startupTaints: object[] = [], nodeClassRef?: object) => ({
  metadata: { name: 'general' },
  spec: { template: { spec: { startupTaints, nodeClassRef } } },
});
const twin = (age: number) => ({
  metadata: {
    name: 'general-2',
    labels: { 'karpenter.sh/nodepool': 'general' },
    creationTimestamp: ago(age),
  },
});
const thrownAway = (name: string) => ({
  metadata: { name: `${name}.1`, namespace: 'default' },
  reason: 'DisruptionTerminating',
  message: 'Disrupting NodeClaim: Empty',
  lastTimestamp: ago(60),
  involvedObject: { kind: 'NodeClaim', name },
});
const remembers = (lived: number): Memory => ({
  ...emptyMemory(),
  at: now - 30_000,
  deletedClaims: [
    {
      name: 'general-1',
      pool: 'general',
      createdAt: now - 700_000,
      deletedAt: now - 700_000 + lived * 1000,
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
      name: 'twins, one thrown away as empty',
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
      name: 'no sign that it was empty',
      world: given({ events: [] }),
      memory: remembers(300),
    },
    {
      name: 'the pool knows the taint',
      world: given({ taints: [startupTaint] }),
      memory: remembers(300),
    },
    {
      name: 'cannot tell at a first look',
      world: given({}),
      state: 'unknown',
      says: 'needs a second look',
    },
    {
      name: "a pool of EKS Auto Mode is somebody else's",
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
