import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumConfigDrift. */
export const ciliumConfigDriftDoc: RuleDoc = {
  title: 'Agents run with an older configuration',
  means:
    'cilium-config changed after these agents started. Agents read it when they start: the change does not work there yet, and the next node or restart behaves differently.',
  foundBy:
    "Agent pods that started before the newest metadata.managedFields[].time of cilium-config, 15 minutes after that change. Where the API's answer carries no managedFields (dumps, captures), it cannot be seen. Drift against the values in git is Argo CD's to show.",
  todo: 'Restart the agents a few at a time, and set rollOutCiliumPods: true so that a change does that.',
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/configuration/',
};
