import { createHash } from 'node:crypto';
import { type KubeObject } from '@clusterworks/kube-fixtures';
import { managedFields } from './managedFields';

const IMAGES = 30;
const VARIABLES = 18;

const digest = (text: string) =>
  createHash('sha256').update(text).digest('hex');

/** The list of pulled images that a kubelet reports. */
const images = Array.from({ length: IMAGES }, (_, index) => {
  const repository = `registry.example.com/shop/service-${index}`;
  return {
    names: [
      `${repository}@sha256:${digest(repository)}`,
      `${repository}:1.${index}.0`,
    ],
    sizeBytes: 48_000_000 + index * 3_141_592,
  };
});

const variables = Array.from({ length: VARIABLES }, (_, index) => ({
  name: `SHOP_SETTING_${index}`,
  valueFrom: {
    configMapKeyRef: { key: `setting-${index}`, name: 'shop-settings' },
  },
}));

const probe = (path: string) => ({
  failureThreshold: 3,
  httpGet: { path, port: 'http', scheme: 'HTTP' },
  periodSeconds: 10,
  successThreshold: 1,
  timeoutSeconds: 1,
});

/** The volume with the ServiceAccount's token that admission adds to each pod. */
function tokenVolume(name: string) {
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        {
          configMap: {
            items: [{ key: 'ca.crt', path: 'ca.crt' }],
            name: 'kube-root-ca.crt',
          },
        },
        {
          downwardAPI: {
            items: [
              {
                fieldRef: {
                  apiVersion: 'v1',
                  fieldPath: 'metadata.namespace',
                },
                path: 'namespace',
              },
            ],
          },
        },
      ],
    },
  };
}

function podSpec(pod: KubeObject): unknown {
  const spec = pod.spec as { containers: Record<string, unknown>[] };
  const token = `kube-api-access-${pod.metadata.name.slice(-5)}`;
  const settings = [
    { configMap: { defaultMode: 420, name: 'shop-settings' }, name: 'config' },
    { name: 'tls', secret: { defaultMode: 420, secretName: 'shop-tls' } },
  ];
  return {
    ...spec,
    containers: spec.containers.map(container => ({
      ...container,
      env: [...((container.env as object[]) ?? []), ...variables],
      livenessProbe: probe('/healthz'),
      ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
      readinessProbe: probe('/readyz'),
      volumeMounts: [
        { mountPath: '/etc/shop', name: 'config', readOnly: true },
        { mountPath: '/etc/tls', name: 'tls', readOnly: true },
        {
          mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
          name: token,
          readOnly: true,
        },
      ],
    })),
    volumes: [...settings, tokenVolume(token)],
  };
}

function withContent(object: KubeObject): KubeObject {
  switch (object.kind) {
    case 'Node':
      return { ...object, status: { ...(object.status as object), images } };
    case 'Pod':
      return { ...object, spec: podSpec(object) };
    default:
      return object;
  }
}

/**
 * An object with the fields that a real server sends and no rule reads:
 * managed fields, a node's images, a pod's variables, probes and volumes. Only
 * with these fields do lists have a realistic size.
 */
export function fullSize(object: KubeObject): KubeObject {
  const full = withContent(object);
  return {
    ...full,
    metadata: {
      ...full.metadata,
      managedFields: managedFields(full),
    } as KubeObject['metadata'],
  };
}
