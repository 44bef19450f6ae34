import type { ComponentLine, KnownBad, KubernetesLine } from './VersionLine';

const EKS = 'endoflife.date a70eca3 (copies the AWS table)';
const KARPENTER =
  'karpenter.sh upgrading/compatibility (v1.15) and compatibility.yaml';
const CILIUM = 'cilium Documentation/network/kubernetes/compatibility.rst';
const ARGO = 'argo-cd docs/operator-manual/tested-kubernetes-versions.md';

const eks = (
  minor: string,
  standardUntil: string,
  extendedUntil: string,
  source = EKS,
  asOf = '2026-08-22',
): KubernetesLine => ({ minor, standardUntil, extendedUntil, source, asOf });

/**
 * EKS calendar, oldest first.
 *
 * @public
 */
export const kubernetesLines: readonly KubernetesLine[] = [
  eks('1.30', '2025-07-23', '2026-07-23'),
  eks('1.31', '2025-11-26', '2026-11-26'),
  eks('1.32', '2026-03-23', '2027-03-23'),
  eks('1.33', '2026-07-29', '2027-07-29'),
  eks('1.34', '2026-12-02', '2027-12-02'),
  eks('1.35', '2027-03-27', '2028-03-27'),
  eks('1.36', '2027-08-02', '2028-08-02'),
  eks(
    '1.37',
    '2027-12-01',
    '2028-12-01',
    'AWS API as reported by users; extended support assumed 12 months longer',
    '2026-11-22',
  ),
];

const karpenter = (
  line: string,
  from: string,
  to: string,
  newest: string,
  asOf = '2026-11-22',
): ComponentLine => ({
  line,
  kubernetes: [from, to],
  newest,
  source: KARPENTER,
  asOf,
});

/**
 * Karpenter lines that the blueprint can render, oldest first.
 *
 * @public
 */
export const karpenterLines: readonly ComponentLine[] = [
  karpenter('1.1', '1.25', '1.31', '1.1.10'),
  karpenter('1.2', '1.25', '1.32', '1.2.0'),
  karpenter('1.3', '1.25', '1.32', '1.3.0'),
  karpenter('1.4', '1.25', '1.32', '1.4.0'),
  karpenter('1.5', '1.26', '1.33', '1.5.8'),
  karpenter('1.6', '1.26', '1.34', '1.6.8'),
  karpenter('1.7', '1.26', '1.34', '1.7.1'),
  karpenter('1.8', '1.26', '1.34', '1.8.8'),
  karpenter('1.9', '1.26', '1.35', '1.9.2'),
  karpenter('1.10', '1.26', '1.35', '1.10.2'),
  karpenter('1.11', '1.26', '1.35', '1.11.3'),
  karpenter('1.12', '1.26', '1.35', '1.12.2'),
  karpenter('1.13', '1.26', '1.36', '1.13.1'),
  karpenter('1.14', '1.26', '1.36', '1.14.3'),
  karpenter('1.15', '1.26', '1.37', '1.15.1'),
];

const cilium = (
  line: string,
  from: string,
  to: string,
  newest: string,
  endOfLife?: string,
): ComponentLine => ({
  line,
  kubernetes: [from, to],
  newest,
  source: CILIUM,
  asOf: '2026-11-22',
  ...(endOfLife ? { endOfLife } : {}),
});

/**
 * Cilium lines that the blueprint can render, oldest first.
 *
 * @public
 */
export const ciliumLines: readonly ComponentLine[] = [
  cilium('1.16', '1.27', '1.30', '1.16.19', '2026-02-03'),
  cilium('1.17', '1.29', '1.32', '1.17.18', '2026-07-29'),
  cilium('1.18', '1.30', '1.33', '1.18.14'),
  cilium('1.19', '1.32', '1.35', '1.19.9'),
  cilium('1.20', '1.33', '1.36', '1.20.4'),
];

/**
 * Argo CD lines, oldest first.
 *
 * @public
 */
export const argocdLines: readonly ComponentLine[] = [
  {
    line: '3.4',
    kubernetes: ['1.32', '1.35'],
    newest: '3.4.13',
    source: `${ARGO} (as reported)`,
    asOf: '2026-11-22',
  },
  {
    line: '3.5',
    kubernetes: ['1.33', '1.36'],
    newest: '3.5.7',
    source: `${ARGO} (v3.5.3, as reported)`,
    asOf: '2026-11-22',
  },
  {
    line: '3.6',
    kubernetes: ['1.34', '1.37'],
    newest: '3.6.1',
    source: 'argo-cd v3.6.1 go.mod (client-go 0.37); list not read',
    asOf: '2026-11-22',
  },
];

/**
 * Releases with faults that affect this blueprint.
 *
 * @public
 */
export const knownBadReleases: readonly KnownBad[] = [
  {
    component: 'karpenter',
    range: '1.8.4',
    severity: 'warning',
    reason: 'topology spread is scheduled wrongly and memory grows',
    instead: '1.8.8',
    source: 'kubernetes-sigs/karpenter#2785, #2779',
    asOf: '2026-11-22',
  },
  {
    component: 'karpenter',
    range: '>=1.14.0 <1.14.3',
    severity: 'warning',
    reason: 'cluster state can stay unsynced until a restart',
    instead: '1.14.3',
    source: 'kubernetes-sigs/karpenter#3176',
    asOf: '2026-11-22',
  },
  {
    component: 'cilium',
    range: '1.17.3',
    severity: 'error',
    reason: 'the operator does not start on EKS in ENI mode',
    stops: 'operator',
    instead: '1.17.18',
    source: 'cilium/cilium#39106',
    asOf: '2026-11-22',
  },
  {
    component: 'cilium',
    range: '>=1.18.0 <1.18.14',
    severity: 'warning',
    reason: 'ENI prefix and routing fixes of September 2026 are missing',
    instead: '1.18.14',
    source: 'cilium/cilium#48193 (backport #48607), #48423',
    asOf: '2026-11-22',
  },
  {
    component: 'cilium',
    range: '>=1.19.0 <1.19.8',
    severity: 'warning',
    reason: 'ENI prefix fixes of September 2026 are missing',
    instead: '1.19.9',
    source: 'cilium/cilium#48193',
    asOf: '2026-11-22',
  },
  {
    component: 'cilium',
    range: '>=1.20.0 <1.20.2',
    severity: 'error',
    reason: 'the operator releases prefix addresses that are in use',
    instead: '1.20.4',
    source: 'cilium/cilium#48125, #48193',
    asOf: '2026-11-22',
  },
  {
    component: 'argocd',
    range: '>=3.5.0 <3.5.4',
    severity: 'warning',
    reason: 'critical vulnerabilities are fixed in 3.5.4',
    instead: '3.5.7',
    source: 'argo-cd 3.5.4 release notes (as reported)',
    asOf: '2026-11-22',
  },
];
