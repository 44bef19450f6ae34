import { defineKind } from './defineKind';
import {
  count,
  filled,
  firstOf,
  object,
  once,
  text,
  time,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

const eventTime = once(time('eventTime'));
const createdAt = once(nameFields.createdAt);

/**
 * Events, in the old form that Karpenter writes and the new form of the
 * scheduler.
 */
export const event = defineKind({
  group: '',
  version: 'v1',
  resource: 'events',
  kind: 'Event',
  namespaced: true,
  asManyAs: 'pods',
  fields: {
    name: nameFields.name,
    namespace: nameFields.namespace,
    type: text('type'),
    /** Absent on some events of Karpenter. */
    reason: filled(text('reason')),
    message: withDefault(text('message'), ''),
    component: firstOf(
      filled(text('reportingComponent')),
      text('source.component'),
    ),
    count: withDefault(firstOf(count('series.count'), count('count')), 1),
    firstAt: firstOf(time('firstTimestamp'), eventTime, createdAt),
    lastAt: firstOf(
      time('series.lastObservedTime'),
      time('lastTimestamp'),
      eventTime,
      createdAt,
    ),
    /** Some events have no `name`. */
    involved: object('involvedObject', {
      kind: text('kind'),
      namespace: text('namespace'),
      name: text('name'),
      uid: text('uid'),
    }),
  },
});

/** The facts that are kept of an Event. */
export type EventFacts = FactsOf<typeof event>;
