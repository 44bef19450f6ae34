import { ObjectStore } from '@clusterworks/kube-simulator';
import { Cluster } from './cluster/Cluster';
import { ClusterState } from './cluster/ClusterState';
import type { WorldPlan } from './plan/WorldPlan';
import type { Scenario } from './scenarios/Scenario';
import { Random } from './time/Random';
import { Timeline } from './time/Timeline';
import { realClock, type WorldClock } from './time/WorldClock';

/** How much of a cluster's past is simulated at a start. */
const PAST_MS = 90 * 60_000;

/** From `terraform apply` until the first services run. */
const BIRTH_MS = 180_000;

/** Settings of a world. */
export interface WorldOptions {
  plan: WorldPlan;
  /** Creation time of the cluster, in milliseconds since 1970. */
  bornAt: number;
  scenario: Scenario;
  clock?: WorldClock;
  /** The world's first resourceVersion follows this one. */
  resourceVersion?: number;
  seed?: string;
  /** Called with the error of a step; the world continues. */
  onError?: (error: unknown) => void;
}

/**
 * One simulated cluster that changes by itself, from its creation to now and
 * further on.
 */
export class World {
  readonly cluster: Cluster;
  readonly #clock: WorldClock;
  readonly #timeline: Timeline;
  readonly #onError?: (error: unknown) => void;
  #isCatchingUp = true;
  #cancel: (() => void) | undefined;

  constructor(options: WorldOptions) {
    const { scenario, clock = realClock } = options;
    const timeline = new Timeline(options.bornAt);
    const store = new ObjectStore({
      resourceVersion: options.resourceVersion,
      now: () => new Date(timeline.now),
    });
    const plan = scenario.adjustPlan?.(options.plan) ?? options.plan;
    const random = new Random(options.seed ?? plan.name);
    const state = new ClusterState(plan, store, timeline, random);
    this.#clock = clock;
    this.#timeline = timeline;
    this.#onError = options.onError;
    this.cluster = new Cluster(state, () => this.#isCatchingUp);
    this.cluster.boot();
    this.#catchUp(scenario);
  }

  get plan(): WorldPlan {
    return this.cluster.state.plan;
  }

  get store(): ObjectStore {
    return this.cluster.state.store;
  }

  /** Simulates up to the current time of the clock. */
  advance(): void {
    this.#timeline.advanceTo(this.#clock.now());
  }

  /** Continues in real time until stopped. */
  start(): void {
    try {
      this.advance();
    } catch (error) {
      // One step that fails must not end the whole demo.
      this.#onError?.(error);
    }
    const next = this.#timeline.nextAt;
    if (next !== undefined) {
      const wait = Math.max(50, next - this.#clock.now());
      this.#cancel = this.#clock.after(wait, () => this.start());
    }
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /**
   * The simulated past: the creation of the cluster, and the most recent
   * hours.
   */
  #catchUp(scenario: Scenario): void {
    const { state, beats } = this.cluster;
    const timeline = this.#timeline;
    const now = this.#clock.now();
    const born = timeline.now + BIRTH_MS;
    if (now - PAST_MS <= born) {
      timeline.after(BIRTH_MS, () => scenario.begin(this.cluster));
    } else {
      state.events.isLongAgo = true;
      timeline.advanceTo(born);
      timeline.skipTo(now - PAST_MS);
      state.events.isLongAgo = false;
      scenario.begin(this.cluster);
    }
    timeline.advanceTo(now);
    this.#isCatchingUp = false;
    beats.beatAll();
  }
}
