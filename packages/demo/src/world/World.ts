import { ObjectStore } from '@clusterworks/kube-simulator';
import { Cluster } from './cluster/Cluster';
import { ClusterState } from './cluster/ClusterState';
import type { WorldPlan } from './plan/WorldPlan';
import type { Scenario } from './scenarios/Scenario';
import { Random } from './time/Random';
import { Timeline } from './time/Timeline';
import { realClock, type WorldClock } from './time/WorldClock';

/** How much of a cluster's past is lived through at a start. */
const PAST_MS = 90 * 60_000;

/** From `terraform apply` until the first services run. */
const BIRTH_MS = 180_000;

/** Settings of a world. */
export interface WorldOptions {
  plan: WorldPlan;
  /** When the cluster came to be, in milliseconds since 1970. */
  bornAt: number;
  scenario: Scenario;
  clock?: WorldClock;
  /** The world's first resourceVersion follows this one. */
  resourceVersion?: number;
  seed?: string;
  /** Hears of a step that failed while the world goes on. */
  onError?: (error: unknown) => void;
}

/** One cluster that moves by itself, from its birth to now and on. */
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

  /** Lives until now, whatever the clock says that is. */
  advance(): void {
    this.#timeline.advanceTo(this.#clock.now());
  }

  /** Goes on by itself until stopped. */
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

  /** The past: the cluster's birth, and what has happened lately. */
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
