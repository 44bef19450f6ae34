import { KubeObject } from '@clusterworks/kube-simulator';

/** What an Event is about. */
export interface EventSubject {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
  uid: string;
}

/** What an Event says. */
export interface EventText {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

function metadata(subject: EventSubject, id: string, time: string) {
  return {
    name: `${subject.name}.${id}`,
    namespace: subject.namespace ?? 'default',
    creationTimestamp: time,
  };
}

/** An Event of Karpenter: the old shape, with a count (karpenter-observed 17). */
export function karpenterEvent(
  subject: EventSubject,
  text: EventText,
  time: string,
  id: string,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadata(subject, id, time),
    ...text,
    // Karpenter cuts messages at 300 characters.
    message:
      text.message.length > 300
        ? `${text.message.slice(0, 300)}...`
        : text.message,
    count: 1,
    eventTime: null,
    firstTimestamp: time,
    lastTimestamp: time,
    involvedObject: subject,
    reportingComponent: 'karpenter',
    reportingInstance: '',
    source: { component: 'karpenter' },
  };
}

/** An Event of the scheduler: the new shape, without count and timestamps. */
export function schedulerEvent(
  subject: EventSubject,
  text: EventText & { action: 'Scheduling' | 'Binding' },
  time: Date,
  id: string,
): KubeObject {
  const micro = `${time.toISOString().slice(0, -1)}000Z`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadata(subject, id, `${micro.slice(0, 19)}Z`),
    ...text,
    eventTime: micro,
    firstTimestamp: null,
    lastTimestamp: null,
    involvedObject: subject,
    reportingComponent: 'default-scheduler',
    reportingInstance: 'default-scheduler-ip-10-0-0-1',
    source: {},
  };
}
