import type { Assessment, Finding } from '@clusterworks/plugin-clusters-common';
import { minutesAgo } from './measures';

/** The findings of a cluster whose subnet is full. */
export const findings: Finding[] = [
  {
    id: 'f-root',
    code: 'cilium/D07',
    rule: 'ciliumnode-stuck',
    severity: 'critical',
    subject: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      name: 'ip-10-0-1-7.eu-west-1.compute.internal',
    },
    since: minutesAgo(12),
    title: 'Subnet eu-west-1b has no free addresses, 3 nodes cannot join',
    evidence: [
      {
        object: 'CiliumNode/ip-10-0-1-7.eu-west-1.compute.internal',
        path: 'status.eni.enis',
        value: '{}',
      },
      {
        object: 'CiliumNode/ip-10-0-1-7.eu-west-1.compute.internal',
        path: 'status.ipam.operator-status.error',
        value: 'InsufficientFreeAddressesInSubnet',
      },
    ],
    remedy: [
      {
        text: 'Add a secondary CIDR to the VPC, or take eu-west-1b out of NodePool general.',
        command: 'kubectl edit nodepool general',
      },
    ],
    consequences: ['f-claims', 'f-pods'],
  },
  {
    id: 'f-claims',
    code: 'karpenter/C3',
    rule: 'nodeclaim-not-initialized',
    severity: 'warning',
    subject: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodeClaim',
      name: 'general-x7k2p',
    },
    since: minutesAgo(10),
    title: '3 NodeClaims wait for addresses',
    evidence: [],
    remedy: [],
    consequences: [],
  },
  {
    id: 'f-pods',
    code: 'karpenter/L3',
    rule: 'pods-pending',
    severity: 'warning',
    subject: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: 'web-0',
    },
    since: minutesAgo(9),
    title: '14 pods pending',
    evidence: [],
    remedy: [],
    consequences: [],
  },
  {
    id: 'f-info',
    code: 'karpenter/P3',
    rule: 'nodepool-near-limit',
    severity: 'info',
    subject: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      name: 'general',
    },
    title: 'NodePool general has used 81 % of its CPU limit',
    evidence: [],
    remedy: [],
    consequences: [],
  },
];

/** A judgement with those findings. */
export const assessment: Assessment = {
  cluster: 'search-dev',
  observedAt: minutesAgo(0),
  verdict: 'critical',
  sources: [
    { name: 'nodes', state: 'ok' },
    { name: 'nodepools', state: 'ok' },
    { name: 'events', state: 'forbidden', reason: 'events is forbidden' },
  ],
  findings,
  checks: [
    { code: 'cilium/D07', state: 'fired' },
    { code: 'karpenter/C9', state: 'pass' },
    { code: 'karpenter/L4', state: 'unknown', reason: 'events: forbidden' },
  ],
};
