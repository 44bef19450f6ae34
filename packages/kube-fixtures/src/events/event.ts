import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago, kubeTime, microTime } from '../base/time';

/** What an Event is about. */
export interface EventSubject {
  apiVersion?: string;
  kind: string;
  name?: string;
  namespace?: string;
  uid?: string;
}

/** What an Event says. */
export interface EventText {
  type?: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** When and how often. */
export interface EventFacts {
  /** First seen. Default: when it was seen last. */
  firstAt?: string;
  /** Last seen. Default: a minute ago. */
  at?: string;
  count?: number;
  /**
   * Text that makes the Event's name unique. Default: derived from its
   * content.
   */
  id?: string;
}

/** Karpenter cuts messages at 300 characters. */
const LONGEST = 300;

function nameOf({ name = '' }: EventSubject, text: EventText, id?: string) {
  const readable = `${text.reason}.${text.message}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${name}.${id ?? readable}`;
}

function countedEvent(
  subject: EventSubject,
  text: EventText,
  facts: EventFacts & Overrides,
  component: string,
): KubeObject {
  const at = kubeTime(facts.at ?? ago('1m'));
  const { firstAt = at } = facts;
  return build(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: nameOf(subject, text, facts.id),
        namespace: subject.namespace ?? 'default',
        creationTimestamp: firstAt,
      },
      type: text.type ?? 'Warning',
      reason: text.reason,
      message:
        text.message.length > LONGEST
          ? `${text.message.slice(0, LONGEST)}...`
          : text.message,
      count: facts.count ?? 1,
      eventTime: null,
      firstTimestamp: firstAt,
      lastTimestamp: at,
      involvedObject: subject,
      reportingComponent: component,
      reportingInstance: '',
      source: { component },
    },
    facts,
  );
}

/** An Event of Karpenter: the old shape, with a count. */
export function karpenterEvent(
  subject: EventSubject,
  text: EventText,
  facts: EventFacts & Overrides = {},
): KubeObject {
  return countedEvent(subject, text, facts, 'karpenter');
}

/** An Event of a kubelet: the old shape, too. */
export function kubeletEvent(
  subject: EventSubject,
  text: EventText,
  facts: EventFacts & Overrides = {},
): KubeObject {
  return countedEvent(subject, text, facts, 'kubelet');
}

/** An Event of the scheduler: the new shape, without count and timestamps. */
export function schedulerEvent(
  subject: EventSubject,
  text: EventText & { action?: 'Scheduling' | 'Binding' },
  facts: Pick<EventFacts, 'at' | 'id'> & Overrides = {},
): KubeObject {
  const { at = ago('1m') } = facts;
  return build(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: nameOf(subject, text, facts.id),
        namespace: subject.namespace ?? 'default',
        creationTimestamp: kubeTime(at),
      },
      action: text.action ?? 'Scheduling',
      type: text.type ?? 'Warning',
      reason: text.reason,
      message: text.message,
      eventTime: microTime(at),
      firstTimestamp: null,
      lastTimestamp: null,
      involvedObject: subject,
      reportingComponent: 'default-scheduler',
      reportingInstance: 'default-scheduler-ip-10-0-0-1',
      source: {},
    },
    facts,
  );
}
