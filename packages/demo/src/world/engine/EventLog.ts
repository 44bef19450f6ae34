import {
  KubeObject,
  kubeTime,
  ObjectStore,
} from '@clusterworks/kube-simulator';
import { PodModel } from '../model/Workload';
import {
  EventSubject,
  EventText,
  karpenterEvent,
  schedulerEvent,
} from '../render/eventObjects';
import { Random } from './Random';
import { podSubject } from './subjects';
import { Timeline } from './Timeline';

/** Events live for an hour, as on EKS. */
const EVENT_TTL_MS = 3600_000;

/** The Events of a cluster. */
export class EventLog {
  /** True while a past is lived through whose Events are long forgotten. */
  isLongAgo = false;

  constructor(
    private readonly store: ObjectStore,
    private readonly timeline: Timeline,
    private readonly random: Random,
  ) {}

  /** An Event of Karpenter. */
  tell(subject: EventSubject, text: EventText): KubeObject {
    const time = kubeTime(new Date(this.timeline.now));
    const event = karpenterEvent(subject, text, time, this.random.hex(16));
    this.keep(event);
    return event;
  }

  /** The same once more: the count grows (karpenter-observed 19). */
  repeat(event: KubeObject): void {
    const { name, namespace } = event.metadata;
    const stored = this.store.get('v1', 'Event', name, namespace) ?? event;
    this.keep({
      ...stored,
      count: typeof stored.count === 'number' ? stored.count + 1 : 1,
      lastTimestamp: kubeTime(new Date(this.timeline.now)),
    });
  }

  /** An Event of the scheduler. */
  tellScheduling(
    pod: PodModel,
    text: EventText & { action: 'Scheduling' | 'Binding' },
  ): void {
    const time = new Date(this.timeline.now);
    const id = this.random.hex(16);
    this.keep(schedulerEvent(podSubject(pod), text, time, id));
  }

  /** Tells that a condition has become True. */
  tellTransition(subject: EventSubject, type: string): void {
    this.tell(subject, {
      type: 'Normal',
      reason: type,
      message: `Status condition transitioned, Type: ${type}, Status: Unknown -> True, Reason: ${type}`,
    });
  }

  /** Written now, forgotten an hour after the last time it was written. */
  private keep(event: KubeObject): void {
    if (this.isLongAgo) {
      return;
    }
    const { resourceVersion } = this.store.apply(event).metadata;
    this.timeline.after(EVENT_TTL_MS, () => {
      const { name, namespace } = event.metadata;
      const stored = this.store.get('v1', 'Event', name, namespace);
      if (stored?.metadata.resourceVersion === resourceVersion) {
        this.store.delete(event);
      }
    });
  }
}
