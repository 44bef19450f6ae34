import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumEnvoyNotReady. */
export const ciliumEnvoyNotReadyDoc: CataloguedDoc = {
  title: 'Cilium Envoy is not ready everywhere',
  means:
    'HTTP, DNS and other layer 7 policies, Ingress and Gateway API of Cilium do not work on these nodes. Plain traffic does.',
  foundBy:
    'DaemonSet cilium-envoy: numberReady below desiredNumberScheduled for more than 5 minutes, or one of its pods is in a crash loop (same thresholds as controller-crash-loop). Immediately when the API server refuses its pods or they cannot start.',
  whom: 'The DaemonSet cilium-envoy; before 1.16 Envoy is part of the agent.',
  waits:
    '5 minutes: a rollout or a boot. No waiting when its pods are refused.',
  cannotSee: 'Policies that Envoy refuses.',
  lookAlikes: 'A rollout, nodes that boot, silent nodes.',
  todo: [
    'See which pods are not ready, and why: images that cannot be pulled are most common.',
    'Read the log of the last run of one that crashes.',
  ],
  since: 'Cilium 1.16 (a DaemonSet of its own by default)',
  source: 'https://docs.cilium.io/en/stable/security/network/proxy/envoy/',
};
