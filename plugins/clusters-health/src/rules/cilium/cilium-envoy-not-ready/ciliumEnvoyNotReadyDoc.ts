import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumEnvoyNotReady. */
export const ciliumEnvoyNotReadyDoc: RuleDoc = {
  title: 'Cilium Envoy is not ready everywhere',
  means:
    'HTTP, DNS and other layer 7 policies, Ingress and Gateway API of Cilium do not work on these nodes. Plain traffic does.',
  foundBy:
    'DaemonSet cilium-envoy: numberReady below desiredNumberScheduled for more than 5 minutes, or a pod of it that crashes again and again, also between two crashes (as C2 has it).',
  todo: 'Look at its pods: images that cannot be pulled are most common.',
  since: 'Cilium 1.16 (a DaemonSet of its own by default)',
  source: 'https://docs.cilium.io/en/stable/security/network/proxy/envoy/',
};
