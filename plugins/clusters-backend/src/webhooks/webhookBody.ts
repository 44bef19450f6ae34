import {
  CLUSTER_VERDICT_TOPIC,
  type ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';

/** The body of the message about an event, in the form of Standard Webhooks. */
export function webhookBody(event: ClusterVerdictEvent): string {
  return JSON.stringify({
    type: CLUSTER_VERDICT_TOPIC,
    timestamp: event.at,
    data: event,
  });
}
