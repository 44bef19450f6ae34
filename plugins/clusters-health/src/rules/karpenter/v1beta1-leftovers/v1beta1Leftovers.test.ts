import { describeRule } from '../../../testing/describeRule';
import { karpenterAt } from '../../../testing/world';
import { v1beta1Leftovers } from './v1beta1Leftovers';

const crd = (storedVersions: string[], strategy: string) => ({
  metadata: {
    name: 'nodepools.karpenter.sh',
    creationTimestamp: '2026-11-01T00:00:00Z',
  },
  spec: { conversion: { strategy } },
  status: { storedVersions },
});

describeRule(
  v1beta1Leftovers,
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
      name: 'offers to look and to upgrade the definitions first, and removes no version',
      world: { customresourcedefinitions: [crd(['v1beta1', 'v1'], 'Webhook')] },
      state: 'fired',
      severity: 'warning',
      offers:
        /kubectl get crd[^\n]*\n[^]*helm upgrade --install karpenter-crd[^\n]*\n[^]*only then drop v1beta1/,
      offersNot: /kubectl patch/,
    },
    {
      name: 'is critical while the conversion fails',
      world: {
        customresourcedefinitions: [crd(['v1beta1', 'v1'], 'Webhook')],
      },
      states: { nodepools: 'unreachable' },
      state: 'fired',
      severity: 'critical',
      says: 'conversion webhook',
    },
    {
      name: 'does not report a missing permission as a failing conversion',
      world: { customresourcedefinitions: [crd(['v1'], 'Webhook')] },
      states: { nodepools: 'forbidden' },
      state: 'fired',
      severity: 'warning',
    },
    {
      name: 'is info with Karpenter 1.0, which needs both',
      world: {
        customresourcedefinitions: [crd(['v1beta1', 'v1'], 'Webhook')],
        deployments: [karpenterAt('1.0.8')],
      },
      state: 'fired',
      severity: 'info',
      offersNot: /storedVersions|helm|kubectl/,
    },
    {
      name: 'passes with v1 alone',
      world: { customresourcedefinitions: [crd(['v1'], 'None')] },
      state: 'pass',
    },
  ],
  { healthy: 'notApplicable' },
);
