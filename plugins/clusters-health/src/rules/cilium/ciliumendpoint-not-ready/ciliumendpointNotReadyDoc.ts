import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumendpointNotReady. */
export const ciliumendpointNotReadyDoc: RuleDoc = {
  title: 'Endpoint is not ready',
  means:
    'The datapath of the pod is not complete: its traffic is dropped or policies are not applied.',
  foundBy:
    'CiliumEndpoint status.state waiting-for-identity, not-ready or invalid for more than 2 minutes. The objects carry no such time: a first look cannot tell. Restoring, regenerating and disconnecting are reported as ready by Cilium.',
  todo: "Read the log of the node's agent for the endpoint; restart the agent when it does not recover.",
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/pkg/endpoint/endpoint_status.go',
};
