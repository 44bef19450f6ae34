import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumConfigDrift. */
export const ciliumConfigDriftDoc: CataloguedDoc = {
  title: 'Agents run with an older configuration',
  means:
    'cilium-config changed after these agents started. Agents read it only when they start: the change has no effect on these nodes yet, and the next node or restart behaves differently.',
  foundBy:
    "Agent pods that started before the newest metadata.managedFields[].time of cilium-config, 15 minutes after that change. Where the API's answer carries no managedFields (dumps, captures), it cannot be seen. Drift from the values in git is shown by Argo CD.",
  whom: "Agents of Cilium, where the API's answer carries managedFields (dumps and captures do not).",
  waits: '15 minutes after the change: a rollout restarts agents.',
  cannotSee: 'Which key changed, and drift from git (Argo CD shows that).',
  lookAlikes:
    'A rollout in progress; a change that somebody is about to roll out.',
  todo: [
    'See whether the stored configuration is the one that is meant.',
    'Restart the agents a few at a time.',
    'Set rollOutCiliumPods: true so that a change does that.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/configuration/',
};
