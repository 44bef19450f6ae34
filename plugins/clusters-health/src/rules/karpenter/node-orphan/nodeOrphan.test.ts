import { describeRule } from '../../../testing/describeRule';
import { ago, node } from '../../../testing/world';
import { nodeOrphan } from './nodeOrphan';

describeRule(nodeOrphan, [
  {
    name: 'fires on a node without a NodeClaim',
    world: { nodeclaims: [] },
    state: 'fired',
    severity: 'warning',
    says: 'has no NodeClaim',
  },
  {
    name: 'waits for 5 minutes',
    world: {
      nodeclaims: [],
      nodes: [node('general-1', { metadata: { creationTimestamp: ago(4) } })],
    },
    state: 'pass',
  },
  {
    name: 'needs a second look at a NodeClaim without a node',
    world: { nodes: [] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'fires once that has lasted',
    world: { nodes: [] },
    memory: {
      version: 1,
      at: Date.parse(ago(1)),
      held: {
        'nodeless/general-1': {
          since: Date.parse(ago(6)),
          last: Date.parse(ago(1)),
        },
      },
      findings: {},
      restarts: {},
      claims: {},
      deletedClaims: [],
    },
    state: 'fired',
    says: 'does not exist',
  },
  {
    name: 'leaves nodes of node groups alone',
    world: {
      nodes: [
        node(),
        node('system', {
          metadata: { labels: { 'karpenter.sh/nodepool': undefined } },
        }),
      ],
    },
    state: 'pass',
  },
]);
