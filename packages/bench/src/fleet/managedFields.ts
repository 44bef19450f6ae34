import { type KubeObject } from '@clusterworks/kube-fixtures';

/** Lists that are merged by a key of their entries, and that key. */
const LIST_KEYS: Record<string, string> = {
  addresses: 'type',
  conditions: 'type',
  containers: 'name',
  env: 'name',
  hostIPs: 'ip',
  initContainers: 'name',
  ownerReferences: 'uid',
  podIPs: 'ip',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** Metadata that the API server sets itself, so that it has no manager. */
const SERVER_OWNED = new Set([
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
]);

/** Who writes an object, and who writes its status. */
const MANAGERS: Record<string, [string, string]> = {
  CiliumEndpoint: ['cilium-agent', 'cilium-agent'],
  CiliumNode: ['cilium-agent', 'cilium-operator-aws'],
  EC2NodeClass: ['argocd-controller', 'karpenter'],
  Node: ['kubelet', 'kubelet'],
  NodeClaim: ['karpenter', 'karpenter'],
  NodePool: ['argocd-controller', 'karpenter'],
  Pod: ['kube-controller-manager', 'kubelet'],
};

type Fields = { [path: string]: Fields };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One entry per element of a list with keys; any other list is one value. */
function listFields(name: string, items: unknown[], builtIn: boolean): Fields {
  if (name === 'finalizers') {
    return Object.fromEntries([
      ['.', {}],
      ...items.map(item => [`v:${JSON.stringify(item)}`, {}]),
    ]);
  }
  const key = LIST_KEYS[name];
  // The lists of custom kinds here declare no keys; only lists in metadata
  // have keys.
  if (!key || !(builtIn || name === 'ownerReferences')) {
    return {};
  }
  return Object.fromEntries([
    ['.', {}],
    ...items
      .filter(isObject)
      .map(item => [
        `k:${JSON.stringify({ [key]: item[key] })}`,
        { '.': {}, ...fieldsOf(item, builtIn) },
      ]),
  ]);
}

function fieldsOf(object: Record<string, unknown>, builtIn: boolean): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(object)) {
    if (Array.isArray(value)) {
      fields[`f:${name}`] = listFields(name, value, builtIn);
    } else if (isObject(value) && Object.keys(value).length > 0) {
      fields[`f:${name}`] = { '.': {}, ...fieldsOf(value, builtIn) };
    } else {
      fields[`f:${name}`] = {};
    }
  }
  return fields;
}

/**
 * The `metadata.managedFields` of an object as a real API server keeps them:
 * one entry for the writer of the object and one for the writer of its status,
 * each with the paths of the fields in FieldsV1, derived from the object's own
 * shape.
 */
export function managedFields(object: KubeObject): object[] {
  const { apiVersion, kind, metadata, status, ...rest } = object;
  const builtIn = !/\.(sh|aws|io)\//.test(apiVersion.replace('k8s.io/', '/'));
  const [writer, statusWriter] = MANAGERS[kind] ?? [
    'kube-controller-manager',
    'kube-controller-manager',
  ];
  const owned = Object.fromEntries(
    Object.entries(metadata).filter(([name]) => !SERVER_OWNED.has(name)),
  );
  const entry = (manager: string, fields: Record<string, unknown>) => ({
    manager,
    operation: 'Update',
    apiVersion,
    time: metadata.creationTimestamp,
    fieldsType: 'FieldsV1',
    fieldsV1: fieldsOf(fields, builtIn),
  });
  return [
    entry(writer, { metadata: owned, ...rest }),
    ...(status === undefined
      ? []
      : [{ ...entry(statusWriter, { status }), subresource: 'status' }]),
  ];
}
