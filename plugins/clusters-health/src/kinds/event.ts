import { defineKind } from './defineKind';
import {
  count,
  filled,
  firstOf,
  object,
  text,
  time,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** Events, in the old shape of Karpenter and the new one of the scheduler. */
export const event = defineKind({
  group: '',
  version: 'v1',
  resource: 'events',
  kind: 'Event',
  namespaced: true,
  fields: {
    name: nameFields.name,
    namespace: nameFields.namespace,
    type: text('type'),
    /** Some events of Karpenter have none. */
    reason: filled(text('reason')),
    message: withDefault(text('message'), ''),
    component: firstOf(
      filled(text('reportingComponent')),
      text('source.component'),
    ),
    count: withDefault(firstOf(count('series.count'), count('count')), 1),
    firstAt: firstOf(
      time('firstTimestamp'),
      time('eventTime'),
      nameFields.createdAt,
    ),
    lastAt: firstOf(
      time('series.lastObservedTime'),
      time('lastTimestamp'),
      time('eventTime'),
      nameFields.createdAt,
    ),
    /** `name` is missing on some. */
    involved: object('involvedObject', {
      kind: text('kind'),
      namespace: text('namespace'),
      name: text('name'),
      uid: text('uid'),
    }),
  },
});

/** What is kept of an Event. */
export type EventFacts = FactsOf<typeof event>;
