import type { PodFacts, Snapshot, WorkloadFacts } from '../kinds';
import { lazy, mapBy } from './lookups';
import { versionOfWorkload } from './versions';

function hasLabel(
  workload: { labels: Record<string, string> },
  key: string,
  value: string,
): boolean {
  return workload.labels[key] === value;
}

/** The workloads of Karpenter and Cilium in one snapshot. */
export class ComponentIndex {
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  get #all() {
    return this.#snapshot.resources;
  }

  /** Karpenter's controller, whichever namespace it is in. */
  readonly karpenter = lazy((): WorkloadFacts | undefined =>
    this.#all.deployments.items.find(deployment =>
      hasLabel(deployment, 'app.kubernetes.io/name', 'karpenter'),
    ),
  );

  readonly karpenterPods = lazy((): PodFacts[] =>
    this.#all.pods.items.filter(pod =>
      hasLabel(pod, 'app.kubernetes.io/name', 'karpenter'),
    ),
  );

  readonly ciliumAgent = lazy((): WorkloadFacts | undefined =>
    this.#all.daemonsets.items.find(
      daemonSet =>
        hasLabel(daemonSet, 'k8s-app', 'cilium') || daemonSet.name === 'cilium',
    ),
  );

  readonly ciliumOperator = lazy((): WorkloadFacts | undefined =>
    this.#all.deployments.items.find(
      deployment =>
        hasLabel(deployment, 'io.cilium/app', 'operator') ||
        deployment.name === 'cilium-operator',
    ),
  );

  readonly ciliumOperatorPods = lazy((): PodFacts[] =>
    this.#all.pods.items.filter(pod =>
      hasLabel(pod, 'io.cilium/app', 'operator'),
    ),
  );

  /** Agent pods by node. */
  readonly ciliumAgentPods = lazy(
    (): Map<string, PodFacts> =>
      mapBy(
        this.#all.pods.items.filter(pod => hasLabel(pod, 'k8s-app', 'cilium')),
        pod => pod.nodeName,
      ),
  );

  /**
   * The values of `cilium-config`; undefined when the ConfigMap was not read.
   */
  readonly ciliumConfig = lazy(
    (): Record<string, string> | undefined =>
      this.#all.configmaps.items.find(map => map.name === 'cilium-config')
        ?.data,
  );

  /**
   * Key of Cilium's startup taint; the default key when the configuration is
   * not known.
   */
  readonly ciliumTaintKey = lazy(
    (): string =>
      this.ciliumConfig()?.['agent-not-ready-taint-key'] ||
      'node.cilium.io/agent-not-ready',
  );

  /** Karpenter's version without a leading `v`, from its image or labels. */
  readonly karpenterVersion = lazy((): string | undefined =>
    versionOfWorkload(this.karpenter(), 'controller'),
  );

  /** The Cilium agent's version without a leading `v`. */
  readonly ciliumVersion = lazy((): string | undefined =>
    versionOfWorkload(this.ciliumAgent(), 'cilium-agent'),
  );
}
