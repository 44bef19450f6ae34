import {
  ciliumAgent,
  ciliumEndpoint,
  ciliumEnvoy,
  type ClusterFacts,
  daemonSet,
  deployment,
  type Json,
  type KubeObject,
  merge,
  NOW,
  pod,
  type PodCounts,
  type PodFacts,
  replicaSet,
  testCluster,
  type Workload,
} from '@clusterworks/kube-fixtures';
import {
  allKinds,
  type CapturedResource,
  type ClusterCapture,
  type SourceName,
} from '@clusterworks/plugin-clusters-health';
import { nameEnd } from './hexId';
import { Machine, type MachineFacts } from './Machine';
import { machineObjects } from './machineObjects';
import { resourceOf } from './resourceOf';

type Change = (objects: KubeObject[]) => KubeObject[];

/** A third zone, besides those of all tests. */
const thirdSubnet = {
  id: 'subnet-c',
  zone: 'eu-west-1c',
  zoneId: 'euw1-az3',
  cidr: '10.0.64.0/19',
};

function isNamed(object: KubeObject, kind: string, name: string): boolean {
  return object.kind === kind && object.metadata.name === name;
}

/**
 * The cluster of a case: machines and workloads, and then changes to their
 * objects in the order in which the case makes them.
 */
export class CaseCluster {
  readonly facts: ClusterFacts;
  readonly machines = new Map<string, Machine>();
  readonly #objects: KubeObject[] = [];
  readonly #changes: Change[] = [];
  readonly #denied = new Map<
    SourceName,
    Pick<CapturedResource, 'state' | 'message'>
  >();

  constructor(change: Partial<ClusterFacts> = {}) {
    this.facts = {
      ...testCluster,
      subnets: [...testCluster.subnets, thirdSubnet],
      ...change,
    };
  }

  /** Adds an instance with all objects that stand for it. */
  machine(key: string, facts: MachineFacts = {}): Machine {
    const machine = new Machine(key, this.machines.size, this.facts, facts);
    this.machines.set(key, machine);
    return machine;
  }

  /** The machine of this name; throws when there is none. */
  at(key: string): Machine {
    const machine = this.machines.get(key);
    if (!machine) {
      throw new Error(`no machine ${key}`);
    }
    return machine;
  }

  /**
   * Runs a Deployment with a pod on each of these machines, and returns the
   * pods' names.
   */
  run(
    workload: Workload,
    on: readonly string[],
    facts: PodFacts & { counts?: PodCounts } = {},
  ): string[] {
    const full = { hash: hashOf(workload), ...workload, replicas: on.length };
    this.put(deployment(full, facts.counts), replicaSet(full, facts.counts));
    return on.map((key, index) => this.pod(full, key, `${index}`, facts));
  }

  /** Adds one pod of a workload on a machine, and returns its name. */
  pod(
    workload: Workload,
    key: string,
    id: string,
    facts: PodFacts = {},
  ): string {
    const machine = this.at(key);
    const { name, namespace, hash = hashOf(workload) } = workload;
    const podName = `${name}-${hash}-${nameEnd(`${name}/${id}`)}`;
    const inPodNetwork = !workload.hostNetwork && machine.hasCilium;
    const hasStarted = facts.startedAt !== null;
    const ip =
      facts.ip ??
      (!workload.hostNetwork && hasStarted
        ? machine.take(`${namespace}/${podName}`)
        : undefined);
    this.put(
      pod(podName, {
        workload: { ...workload, hash },
        node: machine.nodeName,
        hostIp: machine.instance.ip,
        ip,
        ...facts,
      }),
    );
    if (inPodNetwork && ip !== undefined) {
      this.put(
        ciliumEndpoint(podName, {
          namespace,
          ip,
          hostIp: machine.instance.ip,
          id: 1000 + machine.owners.size,
        }),
      );
    }
    return podName;
  }

  /** Adds objects; one that is there already is replaced. */
  put(...added: KubeObject[]): void {
    this.#objects.push(...added);
  }

  /** Changes an object after all objects have been made. */
  edit(kind: string, name: string, change: Json): void {
    this.#changes.push(objects => {
      if (!objects.some(each => isNamed(each, kind, name))) {
        throw new Error(`no ${kind} ${name} to edit`);
      }
      return objects.map(each =>
        isNamed(each, kind, name) ? (merge(each, change) as KubeObject) : each,
      );
    });
  }

  /** Removes objects of a kind: one by name, or all that match a predicate. */
  remove(
    kind: string,
    which: string | ((object: KubeObject) => boolean),
  ): void {
    const isMeant = (object: KubeObject) =>
      object.kind === kind &&
      (typeof which === 'string'
        ? object.metadata.name === which
        : which(object));
    this.#changes.push(objects => {
      if (!objects.some(isMeant)) {
        throw new Error(`no ${kind} ${String(which)} to remove`);
      }
      return objects.filter(object => !isMeant(object));
    });
  }

  /** Says that a source could not be read. */
  deny(
    source: SourceName,
    state: CapturedResource['state'],
    message?: string,
  ): void {
    this.#denied.set(source, { state, message });
  }

  /** The cluster as `clusters capture` would have written it. */
  capture(): ClusterCapture {
    const objects = this.#allObjects();
    const { kubernetes } = this.facts.versions;
    return {
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: this.facts.name,
      capturedAt: NOW,
      serverVersion: `v${kubernetes}.4-eks-1a2b3c4`,
      resources: allKinds.map(({ groupResource, resource }) => {
        const denied = this.#denied.get(resource);
        return {
          resource: groupResource,
          state: denied?.state ?? 'ok',
          ...(denied?.message && { message: denied.message }),
          items: denied
            ? []
            : objects.filter(object => resourceOf(object) === resource),
        };
      }),
    };
  }

  #allObjects(): KubeObject[] {
    const machines = [...this.machines.values()];
    let objects = latest([
      ...machines.flatMap(machineObjects),
      ...this.#daemonSets(machines),
      ...this.#objects,
    ]);
    for (const change of this.#changes) {
      objects = change(objects);
    }
    return objects;
  }

  #daemonSets(machines: readonly Machine[]): KubeObject[] {
    const joined = machines.filter(
      ({ joinedAt, hasCilium }) => joinedAt !== null && hasCilium,
    );
    const ready = joined.filter(
      ({ networkReadyAt }) => networkReadyAt !== null,
    );
    return [
      daemonSet(ciliumAgent(this.facts), {
        scheduled: joined.length,
        ready: ready.length,
      }),
      daemonSet(ciliumEnvoy(), { scheduled: joined.length }),
    ];
  }
}

function hashOf({ name }: Workload): string {
  return `${nameEnd(`template/${name}`)}${nameEnd(name)}`;
}

/** Removes duplicates: the later object takes the place of the earlier. */
function latest(objects: readonly KubeObject[]): KubeObject[] {
  const byKey = new Map<string, KubeObject>();
  for (const object of objects) {
    const { namespace = '', name } = object.metadata;
    byKey.set(`${object.kind}/${namespace}/${name}`, object);
  }
  return [...byKey.values()];
}
