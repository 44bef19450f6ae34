import {
  type EventSubject,
  type EventText,
  karpenterEvent,
  type KubeObject,
  kubeTime,
  schedulerEvent,
} from '@clusterworks/kube-fixtures';
import type { ObjectStore } from '@clusterworks/kube-simulator';
import type { Random } from '../time/Random';
import type { Timeline } from '../time/Timeline';

/** Events live for an hour, as on EKS. */
const EVENT_TTL_MS = 3600_000;

/** The Events of a cluster. */
export class EventLog {
  /** True while a past is simulated whose Events would have expired by now. */
  isLongAgo = false;

  readonly #store: ObjectStore;
  readonly #timeline: Timeline;
  readonly #random: Random;

  constructor(store: ObjectStore, timeline: Timeline, random: Random) {
    this.#store = store;
    this.#timeline = timeline;
    this.#random = random;
  }

  /** An Event of Karpenter. */
  tell(subject: EventSubject, text: EventText): KubeObject {
    const event = karpenterEvent(subject, text, this.#now());
    this.#keep(event);
    return event;
  }

  /** Repeats an Event: its count grows. */
  repeat(event: KubeObject): void {
    const { name, namespace } = event.metadata;
    const stored = this.#store.get('v1', 'Event', name, namespace) ?? event;
    this.#keep({
      ...stored,
      count: typeof stored.count === 'number' ? stored.count + 1 : 1,
      lastTimestamp: kubeTime(this.#timeline.now),
    });
  }

  /** An Event of the scheduler. */
  tellScheduling(
    subject: EventSubject,
    text: Parameters<typeof schedulerEvent>[1],
  ): void {
    this.#keep(schedulerEvent(subject, text, this.#now()));
  }

  /** Karpenter tells that a condition has become True. */
  tellTransition(subject: EventSubject, type: string): void {
    this.tell(subject, {
      type: 'Normal',
      reason: type,
      message: `Status condition transitioned, Type: ${type}, Status: Unknown -> True, Reason: ${type}`,
    });
  }

  /** Karpenter counts all objects of a kind that are gone in one Event. */
  tellFinalized(kind: string): void {
    const event = this.#store
      .list('v1', 'Event')
      .find(each => each.reason === 'Finalized');
    if (event) {
      this.repeat(event);
      return;
    }
    const message = 'Finalized karpenter.sh/termination';
    this.tell(
      { apiVersion: 'karpenter.sh/v1', kind },
      { type: 'Normal', reason: 'Finalized', message },
    );
  }

  #now() {
    return {
      at: new Date(this.#timeline.now).toISOString(),
      id: this.#random.hex(16),
    };
  }

  /** Writes an Event, which expires an hour after it was last written. */
  #keep(event: KubeObject): void {
    if (this.isLongAgo) {
      return;
    }
    const { resourceVersion } = this.#store.apply(event).metadata;
    this.#timeline.after(EVENT_TTL_MS, () => {
      const { name, namespace } = event.metadata;
      const stored = this.#store.get('v1', 'Event', name, namespace);
      if (stored?.metadata.resourceVersion === resourceVersion) {
        this.#store.delete(event);
      }
    });
  }
}
