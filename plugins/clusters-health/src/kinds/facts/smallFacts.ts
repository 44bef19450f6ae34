import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plain, plainFields, plainMap } from '../plainFields';
import {
  MetaFacts,
  metaFields,
  NameFacts,
  nameFields,
  readMeta,
  readName,
} from './meta';

/** What is kept of a Lease. */
export interface LeaseFacts extends NameFacts {
  holder?: string;
  durationSeconds?: number;
  renewedAt?: number;
  transitions?: number;
}

/** What `readLease` reads. */
export const leaseFields: WantedFields = {
  ...nameFields,
  spec: plainFields(
    'holderIdentity',
    'leaseDurationSeconds',
    'renewTime',
    'leaseTransitions',
  ),
};

/** Reads a Lease (coordination.k8s.io/v1). */
export function readLease(object: Fields): LeaseFacts {
  const spec = object.object('spec');
  return {
    ...readName(object),
    holder: spec.text('holderIdentity'),
    durationSeconds: spec.count('leaseDurationSeconds'),
    renewedAt: spec.time('renewTime'),
    transitions: spec.count('leaseTransitions'),
  };
}

/** What is kept of a CiliumEndpoint. */
export interface CiliumEndpointFacts extends NameFacts {
  state?: string;
  ipv4?: string;
}

/** What `readCiliumEndpoint` reads. */
export const ciliumEndpointFields: WantedFields = {
  ...nameFields,
  status: {
    state: plain,
    networking: { addressing: plainFields('ipv4') },
  },
};

/** Reads a CiliumEndpoint (cilium.io/v2). */
export function readCiliumEndpoint(object: Fields): CiliumEndpointFacts {
  const status = object.object('status');
  const [address] = status.object('networking').objects('addressing');
  return {
    ...readName(object),
    state: status.text('state'),
    ipv4: address?.text('ipv4'),
  };
}

/** What is kept of a PodDisruptionBudget. */
export interface PdbFacts extends MetaFacts {
  matchLabels: Record<string, string>;
  matchExpressions: { key: string; operator: string; values: string[] }[];
  /** False when `spec.selector` is absent: then it covers no pod. */
  hasSelector: boolean;
  minAvailable?: string;
  maxUnavailable?: string;
  /** Absent until the disruption controller has written the status. */
  disruptionsAllowed?: number;
  currentHealthy?: number;
  desiredHealthy?: number;
  expectedPods?: number;
}

/** What `readPdb` reads. */
export const pdbFields: WantedFields = {
  ...metaFields,
  spec: {
    ...plainFields('minAvailable', 'maxUnavailable'),
    selector: {
      matchLabels: plainMap,
      matchExpressions: plainFields('key', 'operator', 'values'),
    },
  },
  status: plainFields(
    'disruptionsAllowed',
    'currentHealthy',
    'desiredHealthy',
    'expectedPods',
  ),
};

/** Reads a PodDisruptionBudget (policy/v1). */
export function readPdb(object: Fields): PdbFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  const selector = spec.object('selector');
  return {
    ...readMeta(object),
    hasSelector: spec.has('selector'),
    matchLabels: selector.textMap('matchLabels'),
    matchExpressions: selector.objects('matchExpressions').map(expression => ({
      key: expression.text('key') ?? '',
      operator: expression.text('operator') ?? '',
      values: expression.texts('values'),
    })),
    minAvailable: amount(spec, 'minAvailable'),
    maxUnavailable: amount(spec, 'maxUnavailable'),
    disruptionsAllowed: status.count('disruptionsAllowed'),
    currentHealthy: status.count('currentHealthy'),
    desiredHealthy: status.count('desiredHealthy'),
    expectedPods: status.count('expectedPods'),
  };
}

function amount(fields: Fields, key: string): string | undefined {
  return fields.numeral(key)?.toString() ?? fields.text(key);
}

/** What is kept of a CustomResourceDefinition. */
export interface CrdFacts extends MetaFacts {
  storedVersions: string[];
  servedVersions: string[];
  conversion?: string;
  /** Dotted property paths under the newest served schema, two levels deep. */
  properties: string[];
}

const schemaNames: WantedFields = { properties: { '*': plain } };

/** What `readCrd` reads. */
export const crdFields: WantedFields = {
  ...metaFields,
  spec: {
    conversion: plainFields('strategy'),
    versions: {
      ...plainFields('name', 'served'),
      schema: {
        openAPIV3Schema: {
          properties: { spec: schemaNames, status: schemaNames },
        },
      },
    },
  },
  status: plainFields('storedVersions'),
};

/** Reads a CustomResourceDefinition (apiextensions.k8s.io/v1). */
export function readCrd(object: Fields): CrdFacts {
  const spec = object.object('spec');
  const versions = spec.objects('versions');
  const [newest] = versions.filter(version => version.flag('served'));
  return {
    ...readMeta(object),
    storedVersions: object.object('status').texts('storedVersions'),
    servedVersions: versions
      .filter(version => version.flag('served'))
      .flatMap(version => version.text('name') ?? []),
    conversion: spec.object('conversion').text('strategy'),
    properties: newest ? readProperties(newest) : [],
  };
}

function readProperties(version: Fields): string[] {
  const root = version
    .object('schema')
    .object('openAPIV3Schema')
    .object('properties');
  return ['spec', 'status'].flatMap(part =>
    root
      .object(part)
      .object('properties')
      .keys()
      .map(key => `${part}.${key}`),
  );
}

/** What is kept of the ConfigMap `cilium-config`; of others only the name. */
export interface ConfigMapFacts extends MetaFacts {
  data: Record<string, string>;
  /** Newest time of `metadata.managedFields`; absent where they are left out. */
  changedAt?: number;
}

/** Keys of `cilium-config` that rules and pages read; others are dropped. */
export const keptCiliumConfig: readonly string[] = [
  'agent-not-ready-taint-key',
  'auto-create-cilium-node-resource',
  'aws-enable-prefix-delegation',
  'aws-release-excess-ips',
  'cluster-id',
  'cluster-name',
  'cni-chaining-mode',
  'cni-exclusive',
  'disable-endpoint-crd',
  'egress-masquerade-interfaces',
  'enable-bpf-masquerade',
  'enable-cilium-endpoint-slice',
  'enable-endpoint-routes',
  'enable-envoy-config',
  'enable-hubble',
  'enable-ipsec',
  'enable-ipv4',
  'enable-ipv4-masquerade',
  'enable-ipv6',
  'enable-l7-proxy',
  'enable-wireguard',
  'encrypt-node',
  'eni-tags',
  'external-envoy-proxy',
  'identity-allocation-mode',
  'ipam',
  'kube-proxy-replacement',
  'max-connected-clusters',
  'nodes-gc-interval',
  'remove-cilium-node-taints',
  'routing-mode',
  'set-cilium-is-up-condition',
  'set-cilium-node-taints',
  'subnet-ids-filter',
  'subnet-tags-filter',
  'unmanaged-pod-watcher-interval',
  'update-ec2-adapter-limit-via-api',
];

/** What `readConfigMap` reads. */
export const configMapFields: WantedFields = {
  metadata: {
    ...metaFields.metadata,
    managedFields: plainFields('time'),
  },
  data: plainFields(...keptCiliumConfig),
};

/** Reads a ConfigMap (v1). */
export function readConfigMap(object: Fields): ConfigMapFacts {
  const meta = readMeta(object);
  const data: Record<string, string> = {};
  if (meta.name === 'cilium-config') {
    const all = object.object('data');
    for (const key of keptCiliumConfig) {
      const value = all.text(key);
      if (value !== undefined) data[key] = value;
    }
  }
  const changes = object
    .object('metadata')
    .objects('managedFields')
    .flatMap(manager => manager.time('time') ?? []);
  return {
    ...meta,
    data,
    changedAt: changes.length > 0 ? Math.max(...changes) : undefined,
  };
}
