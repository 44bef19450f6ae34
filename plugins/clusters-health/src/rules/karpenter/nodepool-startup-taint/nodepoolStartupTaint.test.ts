import { describeRule } from '../../../testing/describeRule';
import {
  ciliumConfigMap,
  ciliumDaemonSet,
  ciliumOperatorDeployment,
  nodeClass,
  nodePool,
} from '../../../testing/world';
import { nodepoolStartupTaint } from './nodepoolStartupTaint';

const template = (spec: object, labels: object = {}) => ({
  spec: { template: { metadata: { labels }, spec } },
});
const bare = (spec: object = {}, labels: object = {}) =>
  nodePool('gpu', template({ startupTaints: undefined, ...spec }, labels));
const autoMode = nodePool(
  'general-purpose',
  template({
    startupTaints: undefined,
    nodeClassRef: {
      group: 'eks.amazonaws.com',
      kind: 'NodeClass',
      name: 'default',
    },
  }),
);
const agentOn = (pod: object) =>
  ciliumDaemonSet({ spec: { template: { spec: pod } } });

describeRule(nodepoolStartupTaint, [
  {
    name: 'fires critical when the operator sets taints',
    world: { nodepools: [bare()] },
    state: 'fired',
    severity: 'critical',
    offers: 'kubectl patch nodepool gpu --type=merge',
  },
  {
    name: 'fires a warning when it does not',
    world: {
      nodepools: [bare()],
      configmaps: [ciliumConfigMap({ 'set-cilium-node-taints': 'false' })],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'keeps the other startup taints of the pool',
    world: {
      nodepools: [
        bare({ startupTaints: [{ key: 'ebs.csi', effect: 'NoExecute' }] }),
      ],
    },
    state: 'fired',
    offers:
      /"startupTaints":\[\{"key":"ebs\.csi","effect":"NoExecute"\},\{"key":"node\.cilium\.io/,
  },
  {
    name: 'accepts either effect',
    world: {
      nodepools: [
        nodePool(
          'general',
          template({
            startupTaints: [
              { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' },
            ],
          }),
        ),
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
  {
    name: 'does not apply to pools of EKS Auto Mode alone',
    world: { nodepools: [autoMode] },
    state: 'notApplicable',
  },
  {
    name: 'leaves out a pool of EKS Auto Mode beside a pool of Karpenter',
    world: { nodepools: [autoMode, bare()] },
    state: 'fired',
    says: 'NodePool gpu',
    offersNot: /general-purpose/,
  },
  {
    name: 'leaves out pools that the agent does not select by affinity',
    world: {
      nodepools: [bare({}, { network: 'other' })],
      daemonsets: [
        agentOn({
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      { key: 'network', operator: 'NotIn', values: ['other'] },
                    ],
                  },
                ],
              },
            },
          },
        }),
      ],
    },
    state: 'notApplicable',
    says: "Cilium's agent runs on the nodes of no NodePool",
  },
  {
    name: 'leaves out pools whose taints the agent does not tolerate',
    world: {
      nodepools: [bare({ taints: [{ key: 'bare', effect: 'NoSchedule' }] })],
      daemonsets: [agentOn({ tolerations: [] })],
    },
    state: 'notApplicable',
  },
  {
    name: 'leaves out pools of Windows nodes',
    world: {
      nodepools: [bare()],
      ec2nodeclasses: [
        nodeClass('default', {
          spec: { amiSelectorTerms: [{ alias: 'windows2022@latest' }] },
        }),
      ],
    },
    state: 'notApplicable',
  },
  ...[
    { daemonsets: [ciliumDaemonSet({ status: { numberReady: 0 } })] },
    {
      deployments: [
        ciliumOperatorDeployment({ status: { availableReplicas: 0 } }),
      ],
    },
    { deployments: 'forbidden' as const },
  ].map(world => ({
    name: `offers no change while nothing would take the taint away: ${JSON.stringify(
      Object.keys(world),
    )}`,
    world: { nodepools: [bare()], ...world },
    state: 'fired' as const,
    offers: 'First bring agents and operator of Cilium up',
    offersNot: /kubectl patch/,
  })),
  {
    name: 'offers no change when the agent may not run',
    world: {
      nodepools: [bare()],
      daemonsets: [
        agentOn({ nodeSelector: { 'kubernetes.io/arch': 'arm64' } }),
      ],
    },
    state: 'fired',
    offersNot: /kubectl patch/,
  },
]);
