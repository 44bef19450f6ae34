import {
  clusterResources,
  WantedFields,
} from '@clusterworks/plugin-clusters-common';
import {
  ciliumEndpointFields,
  ciliumNodeFields,
  configMapFields,
  crdFields,
  eventFields,
  leaseFields,
  nameFields,
  nodeClaimFields,
  nodeClassFields,
  nodeFields,
  nodePoolFields,
  pdbFields,
  podFields,
  readCiliumEndpoint,
  readCiliumNode,
  readConfigMap,
  readCrd,
  readDaemonSet,
  readDeployment,
  readEvent,
  readLease,
  readName,
  readNode,
  readNodeClaim,
  readNodeClass,
  readNodePool,
  readPdb,
  readPod,
  workloadFields,
} from './facts';
import { Fields, Problems } from './Fields';
import { SharedValues } from './SharedValues';
import { FactsBySource, SourceName } from './Snapshot';

const readers: { [S in SourceName]: (object: Fields) => FactsBySource[S] } = {
  nodes: readNode,
  nodepools: readNodePool,
  nodeclaims: readNodeClaim,
  ec2nodeclasses: readNodeClass,
  ciliumnodes: readCiliumNode,
  deployments: readDeployment,
  daemonsets: readDaemonSet,
  leases: readLease,
  configmaps: readConfigMap,
  pods: readPod,
  events: readEvent,
  ciliumendpoints: readCiliumEndpoint,
  ciliumidentities: readName,
  poddisruptionbudgets: readPdb,
  customresourcedefinitions: readCrd,
};

const wanted: { [S in SourceName]: WantedFields } = {
  nodes: nodeFields,
  nodepools: nodePoolFields,
  nodeclaims: nodeClaimFields,
  ec2nodeclasses: nodeClassFields,
  ciliumnodes: ciliumNodeFields,
  deployments: workloadFields,
  daemonsets: workloadFields,
  leases: leaseFields,
  configmaps: configMapFields,
  pods: podFields,
  events: eventFields,
  ciliumendpoints: ciliumEndpointFields,
  ciliumidentities: nameFields,
  poddisruptionbudgets: pdbFields,
  customresourcedefinitions: crdFields,
};

/** A memory of equal values only: what is projected does not depend on it. */
const shared = new SharedValues();

/** Fields in which many objects say the same; in others few ever do. */
const repeating = [
  'labels',
  'annotations',
  'owners',
  'nodeSelector',
  'tolerations',
  'containers',
  'conditions',
  'matchLabels',
  'requirements',
  'requests',
  'taints',
  'startupTaints',
  'capacity',
  'allocatable',
  'releaseIps',
];

function shareRepeating<T extends object>(facts: T): T {
  const fields = facts as Record<string, unknown>;
  for (const name of repeating) {
    const value = fields[name];
    if (value !== undefined) {
      fields[name] = shared.share(value);
    }
  }
  return facts;
}

const sourceByName = new Map<string, SourceName>();
for (const resource of clusterResources) {
  if (resource.source in readers) {
    const source = resource.source as SourceName;
    sourceByName.set(resource.resource, source);
    sourceByName.set(resource.source, source);
  }
}

/**
 * The source that a resource name stands for: `nodepools.karpenter.sh` and
 * `nodepools` both give `nodepools`; undefined for a kind that is not read.
 */
export function sourceOf(resource: string): SourceName | undefined {
  return sourceByName.get(resource);
}

/**
 * The fields that `projectObject` reads of a kind. An object with these and no
 * others gives the same facts; undefined for a kind that is not read.
 */
export function wantedFields(resource: string): WantedFields | undefined {
  const source = sourceOf(resource);
  return source && wanted[source];
}

/**
 * Keeps the fields of an object that rules and pages need.
 *
 * Never throws. Returns undefined for an unknown resource and for an object
 * without a name; malformed fields are read as absent and named in `problems`.
 */
export function projectObject<S extends SourceName>(
  resource: S,
  object: unknown,
): FactsBySource[S] | undefined;
export function projectObject(
  resource: string,
  object: unknown,
): FactsBySource[SourceName] | undefined;
export function projectObject(
  resource: string,
  object: unknown,
): FactsBySource[SourceName] | undefined {
  const source = sourceOf(resource);
  if (!source) return undefined;
  const problems: Problems = { paths: [] };
  try {
    const facts = readers[source](Fields.of(object, problems));
    if (!facts.name) return undefined;
    if (problems.paths.length > 0) facts.problems = problems.paths;
    return shareRepeating(facts);
  } catch {
    // Only objects with throwing getters or proxies come here; JSON has none.
    return undefined;
  }
}

/**
 * A copy of an object with the fields that rules and pages read and no others:
 * what a capture holds. It is an allow-list, not a redaction; environment
 * variables, arguments and free annotations are never in it. Judging the copy
 * gives what judging the object gives, but for rules on environment variables.
 *
 * @returns undefined for what `projectObject` cannot read
 */
export function captureObject(
  resource: string,
  object: unknown,
): Record<string, unknown> | undefined {
  const source = sourceOf(resource);
  const known = clusterResources.find(own => own.source === source);
  if (!source || !known) return undefined;
  const [version] = known.versions;
  const copy: Record<string, unknown> = {
    apiVersion: known.group ? `${known.group}/${version}` : version,
    kind: known.kind,
  };
  try {
    const facts = readers[source](Fields.of(object, { paths: [] }, copy));
    return facts.name ? copy : undefined;
  } catch {
    return undefined;
  }
}
