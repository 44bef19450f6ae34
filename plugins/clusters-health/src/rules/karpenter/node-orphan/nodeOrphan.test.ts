import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  heldFor,
  type Json,
  node,
  nodeClaim,
} from '../../../testing/world';
import { nodeOrphan } from './nodeOrphan';

const { status } = nodeClaim() as { status: Json };
const twin = (metadata: Json = {}) =>
  nodeClaim('general-9', { metadata, status });

describeRule(nodeOrphan, [
  {
    name: 'fires on a node without a NodeClaim',
    world: { nodeclaims: [] },
    state: 'fired',
    severity: 'warning',
    says: 'has no NodeClaim',
  },
  {
    name: 'waits for a minute, by which two lists may differ',
    world: {
      nodeclaims: [],
      nodes: [node('general-1', { metadata: { creationTimestamp: ago(0.9) } })],
    },
    state: 'pass',
  },
  {
    name: 'fires after that minute',
    world: {
      nodeclaims: [],
      nodes: [node('general-1', { metadata: { creationTimestamp: ago(1.1) } })],
    },
    said: ['warning Node/node-general-1'],
  },
  {
    name: 'needs a second look at a NodeClaim without a node',
    world: { nodes: [] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'waits for 5 minutes, in which Karpenter deletes the NodeClaim',
    world: { nodes: [] },
    memory: heldFor('nodeless/general-1', 4.9),
    state: 'pass',
  },
  {
    name: 'fires after 5 minutes',
    world: { nodes: [] },
    memory: heldFor('nodeless/general-1', 5.1),
    state: 'fired',
    says: 'does not exist',
  },
  {
    name: 'fires on a NodeClaim that belongs to another instance than its node',
    world: {
      nodeclaims: [
        nodeClaim('general-1', {
          status: { providerID: 'aws:///eu-west-1b/i-0feedfacecafe0042' },
        }),
      ],
    },
    said: ['warning Node/node-general-1'],
    says: /runs on instance i-\S+, but its NodeClaim general-1 stands for i-0feedfacecafe0042/,
    offers: 'describe-instances --instance-ids i-0feedfacecafe0042',
  },
  {
    name: 'leaves out a NodeClaim that is being deleted, which may belong to an earlier node',
    world: {
      nodeclaims: [
        nodeClaim('general-1', {
          metadata: { deletionTimestamp: ago(3) },
          status: { providerID: 'aws:///eu-west-1b/i-0feedfacecafe0042' },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'finds a NodeClaim without an instance by the name of its node',
    world: {
      nodeclaims: [
        nodeClaim('general-1', { status: { providerID: undefined } }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'fires on two NodeClaims of one instance',
    world: { nodeclaims: [nodeClaim(), twin()] },
    said: ['warning NodeClaim/general-1'],
    says: 'NodeClaims general-1, general-9 stand for one instance',
  },
  {
    name: 'leaves out two NodeClaims of one instance when one is being deleted',
    world: {
      nodeclaims: [nodeClaim(), twin({ deletionTimestamp: ago(1) })],
    },
    state: 'pass',
  },
  {
    name: 'leaves out nodes of node groups',
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
