import { KubeObject } from '../../kube/KubeObject';
import { kubeTime, ObjectStore } from '../../kube/ObjectStore';
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
  tell(subject: EventSubject, text: EventText): void {
    const id = this.random.hex(16);
    this.keepForAnHour(
      karpenterEvent(subject, text, kubeTime(new Date(this.timeline.now)), id),
    );
  }

  /** An Event of the scheduler. */
  tellScheduling(
    pod: PodModel,
    text: EventText & { action: 'Scheduling' | 'Binding' },
  ): void {
    const time = new Date(this.timeline.now);
    const id = this.random.hex(16);
    this.keepForAnHour(schedulerEvent(podSubject(pod), text, time, id));
  }

  /** Tells that a condition has become True. */
  tellTransition(subject: EventSubject, type: string): void {
    this.tell(subject, {
      type: 'Normal',
      reason: type,
      message: `Status condition transitioned, Type: ${type}, Status: Unknown -> True, Reason: ${type}`,
    });
  }

  private keepForAnHour(event: KubeObject): void {
    if (this.isLongAgo) {
      return;
    }
    this.store.apply(event);
    this.timeline.after(EVENT_TTL_MS, () => this.store.delete(event));
  }
}
