import { describeRule } from '../testing/describeRule';
import { leftovers } from './leftovers';

const crd = (storedVersions: string[], strategy: string) => ({
  metadata: {
    name: 'nodepools.karpenter.sh',
    creationTimestamp: '2026-11-01T00:00:00Z',
  },
  spec: { conversion: { strategy } },
  status: { storedVersions },
});

describeRule(
  leftovers,
  [
    {
      name: 'fires on a stored v1beta1',
      world: { customresourcedefinitions: [crd(['v1beta1', 'v1'], 'None')] },
      state: 'fired',
      severity: 'warning',
    },
    {
      name: 'fires on a conversion webhook',
      world: { customresourcedefinitions: [crd(['v1'], 'Webhook')] },
      state: 'fired',
    },
    {
      name: 'passes with v1 alone',
      world: { customresourcedefinitions: [crd(['v1'], 'None')] },
      state: 'pass',
    },
  ],
  'notApplicable',
);
