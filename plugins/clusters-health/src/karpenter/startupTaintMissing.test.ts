import { describeRule } from '../testing/describeRule';
import { ciliumConfigMap, nodePool } from '../testing/world';
import { startupTaintMissing } from './startupTaintMissing';

const bare = nodePool('gpu', {
  spec: { template: { spec: { startupTaints: undefined } } },
});

describeRule(startupTaintMissing, [
  {
    name: 'fires critical when the operator sets taints',
    world: { nodepools: [bare] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires a warning when it does not',
    world: {
      nodepools: [bare],
      configmaps: [ciliumConfigMap({ 'set-cilium-node-taints': 'false' })],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'accepts either effect',
    world: {
      nodepools: [
        nodePool('general', {
          spec: {
            template: {
              spec: {
                startupTaints: [
                  {
                    key: 'node.cilium.io/agent-not-ready',
                    effect: 'NoSchedule',
                  },
                ],
              },
            },
          },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'takes the key from the configuration',
    world: {
      configmaps: [
        ciliumConfigMap({ 'agent-not-ready-taint-key': 'acme.io/no-cni' }),
      ],
    },
    state: 'fired',
  },
  {
    name: 'does not apply without Cilium',
    world: { daemonsets: [] },
    state: 'notApplicable',
  },
]);
