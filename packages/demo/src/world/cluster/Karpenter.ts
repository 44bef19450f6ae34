import { nodeClass } from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import { karpenterSubject } from './subjectOf';

/** Karpenter's controllers of EC2NodeClasses and NodePools. */
export class Karpenter {
  readonly #state: ClusterState;

  constructor(state: ClusterState) {
    this.#state = state;
  }

  /** The manifests are applied; Ready a few seconds later. */
  applyManifests(): void {
    const { plan, random, stamp, timeline } = this.#state;
    for (const { name, spec } of plan.nodeClasses) {
      const facts = {
        cluster: plan,
        uid: random.uuid(),
        createdAt: stamp,
        manifest: spec,
      };
      this.#state.store.apply(nodeClass(name, { ...facts, readyAt: null }));
      timeline.after(3_000, () => {
        const readyAt = this.#state.stamp;
        this.#state.store.apply(nodeClass(name, { ...facts, readyAt }));
        this.#tellReady('EC2NodeClass', name, facts.uid);
      });
    }
    for (const { name, labels, spec } of plan.pools) {
      const facts = {
        cluster: plan,
        uid: random.uuid(),
        createdAt: stamp,
        metadata: { labels },
        manifest: spec,
        readyAt: null as string | null,
        registrationHealthyAt: null,
      };
      this.#state.pools.set(name, facts);
      this.#state.publishPool(name);
      timeline.after(5_000, () => {
        facts.readyAt = this.#state.stamp;
        this.#state.publishPool(name);
        this.#tellReady('NodePool', name, facts.uid);
      });
    }
  }

  #tellReady(kind: 'EC2NodeClass' | 'NodePool', name: string, uid: string) {
    this.#state.events.tellTransition(
      karpenterSubject(kind, { name, uid }),
      'Ready',
    );
  }
}
