import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumendpointNotReady. */
export const ciliumendpointNotReadyDoc: CataloguedDoc = {
  title: 'Endpoint is not ready',
  means:
    'The datapath of the pod is not complete: its traffic is dropped or policies are not applied.',
  foundBy:
    'CiliumEndpoint status.state waiting-for-identity, not-ready or invalid for more than 2 minutes. The objects carry no such time: a first look cannot tell. Restoring, regenerating and disconnecting are reported as ready by Cilium.',
  whom: 'CiliumEndpoints of pods that are there.',
  waits:
    '2 minutes: a new identity takes seconds. The objects carry no such time.',
  cannotSee: "Which policy or identity it waits for: the agent's log tells.",
  lookAlikes:
    'Endpoints that a pod left behind; restoring and regenerating, which Cilium reports as ready.',
  todo: [
    'See its state, identity and policies.',
    "Read the log of the node's agent for the pod.",
    'Restart the agent when it does not recover.',
  ],
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/pkg/endpoint/endpoint_status.go',
};
