import { describeRule } from '../../../testing/describeRule';
import { karpenterEvent } from '../../../testing/world';
import { consolidationBlocked } from './consolidationBlocked';

const PDB =
  'Pdb prevents pod evictions (PodDisruptionBudget=[default/guarded])';
const blocked = (kind: string, name: string, message: string, minutes = 2) =>
  karpenterEvent(kind, name, 'DisruptionBlocked', message, minutes);

describeRule(consolidationBlocked, [
  {
    name: 'notes a budget that is named, once',
    world: {
      events: [
        blocked('NodeClaim', 'general-1', PDB),
        blocked('Node', 'node-general-1', PDB),
      ],
    },
    state: 'fired',
    severity: 'info',
    says: '1 node cannot be consolidated',
  },
  {
    name: 'notes a pod that asks not to be disrupted',
    world: {
      events: [
        blocked(
          'NodeClaim',
          'general-1',
          'Pod has "karpenter.sh/do-not-disrupt" annotation (Pod=default/pinned)',
        ),
      ],
    },
    state: 'fired',
  },
  {
    name: 'leaves out messages that are normal at every start',
    world: {
      events: [
        blocked(
          'NodeClaim',
          'general-1',
          'Nodeclaim does not have an associated node',
        ),
        blocked('Node', 'node-general-1', "Node isn't initialized"),
        blocked(
          'Node',
          'node-general-1',
          'Node is nominated for a pending pod',
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'leaves out deleted nodes',
    world: { events: [blocked('NodeClaim', 'general-9', PDB)] },
    state: 'pass',
  },
  {
    name: 'counts events for 15 minutes',
    world: { events: [blocked('NodeClaim', 'general-1', PDB, 14.9)] },
    state: 'fired',
  },
  {
    name: 'leaves out events after 15 minutes',
    world: { events: [blocked('NodeClaim', 'general-1', PDB, 15.1)] },
    state: 'pass',
  },
]);
