import { InputError } from '@backstage/errors';
import { isRecord } from '../fields';
import { allKinds } from '../kinds';
import {
  type CapturedResource,
  type ClusterCapture,
  clusterCaptureSchema,
} from './clusterCaptureSchema';
import { newestTime } from './newestTime';

/**
 * One file of a bundle.
 *
 * @public
 */
export interface BundleText {
  /** Shown in messages; usually the name of the file. */
  name: string;
  /** Which kind the dump holds: `nodepools` or `nodepools.karpenter.sh`. */
  resource?: string;
  text: string;
}

/** Values from the caller that the files of a bundle may not contain. */
export interface BundleOptions {
  /**
   * Default: the name in a capture, else `cluster-name` of `cilium-config`,
   * else `bundle`.
   */
  cluster?: string;
  /** RFC 3339; default: the capture's time, else the newest time in the objects. */
  now?: string;
}

/** A capture, and the origin of its time. */
export interface Bundle {
  capture: ClusterCapture;
  timeFrom: 'caller' | 'capture' | 'newest time in the objects';
}

interface Parts {
  cluster?: string;
  capturedAt?: string;
  serverVersion?: string;
  resources: Map<string, CapturedResource>;
}

/**
 * Joins captures and dumps (`kubectl get … -o json`, of one or several kinds)
 * into one capture.
 *
 * Kinds that no file contains are left out: they count as not collected. A dump
 * whose kind is given (`nodepools=file`) may be empty; then the cluster has no
 * objects of that kind.
 *
 * @throws InputError naming the file that is neither.
 *
 * @public
 */
export function bundleFrom(
  texts: readonly BundleText[],
  options: BundleOptions = {},
): Bundle {
  const parts: Parts = { resources: new Map() };
  for (const text of texts) {
    addText(text, parts);
  }
  const resources = [...parts.resources.values()].map(withoutDoubles);
  const newest = options.now ?? parts.capturedAt ?? newestTime(resources);
  if (newest === undefined) {
    throw new InputError(
      'The files hold no time at all: say which with --now <RFC 3339>',
    );
  }
  if (Number.isNaN(Date.parse(newest))) {
    throw new InputError(`now must be an RFC 3339 time, it is '${newest}'`);
  }
  const found = parts.capturedAt
    ? ('capture' as const)
    : ('newest time in the objects' as const);
  return {
    capture: {
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: options.cluster ?? parts.cluster ?? clusterName(resources),
      capturedAt: new Date(newest).toISOString(),
      serverVersion: parts.serverVersion,
      resources,
    },
    timeFrom: options.now ? 'caller' : found,
  };
}

/** The capture of `bundleFrom`, without the origin of its time. */
export function captureFromBundle(
  texts: readonly BundleText[],
  options: BundleOptions = {},
): ClusterCapture {
  return bundleFrom(texts, options).capture;
}

function addText({ name, resource, text }: BundleText, parts: Parts): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name} is not JSON: ${String(error)}`);
  }
  if (!isRecord(value)) {
    throw new InputError(`${name} is neither a capture nor a dump`);
  }
  if (value.kind === 'ClusterCapture') {
    addCapture(name, value, parts);
    return;
  }
  const given =
    resource === undefined ? undefined : resourceNamed(resource, name);
  const items = itemsOf(value, name);
  if (given) {
    appendTo(parts, given, []);
  } else {
    addEmptyList(value, items, name, parts);
  }
  for (const item of items) {
    const own = given ?? resourceOfObject(item, value);
    if (own) {
      appendTo(parts, own, [item]);
    }
  }
}

function addCapture(name: string, value: unknown, parts: Parts): void {
  const parsed = clusterCaptureSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      issue => `${issue.path.join('.')}: ${issue.message}`,
    );
    throw new InputError(`${name} is no valid capture: ${issues.join('; ')}`);
  }
  const { cluster, capturedAt, serverVersion, resources } = parsed.data;
  parts.cluster ??= cluster;
  parts.capturedAt ??= capturedAt;
  parts.serverVersion ??= serverVersion;
  for (const resource of resources) {
    parts.resources.set(resource.resource, resource);
  }
}

function itemsOf(value: Record<string, unknown>, name: string): unknown[] {
  if (Array.isArray(value.items)) {
    return value.items;
  }
  if (typeof value.kind === 'string' && isRecord(value.metadata)) {
    return [value];
  }
  throw new InputError(
    `${name} is neither a capture, nor a list, nor an object of Kubernetes`,
  );
}

/** A `NodePoolList` without items means that there are no NodePools. */
function addEmptyList(
  value: Record<string, unknown>,
  items: readonly unknown[],
  name: string,
  parts: Parts,
): void {
  const kind = typeof value.kind === 'string' ? value.kind : '';
  if (items.length > 0) {
    return;
  }
  const known = allKinds.find(own => `${own.kind}List` === kind);
  if (known) {
    appendTo(parts, known.groupResource, []);
  } else {
    throw new InputError(
      `${name} is an empty list that does not say of what: write <resource>=${name}`,
    );
  }
}

function resourceNamed(resource: string, name: string): string {
  const known = allKinds.find(
    own =>
      own.groupResource === resource ||
      own.resource === resource ||
      own.kind.toLocaleLowerCase('en') === resource.toLocaleLowerCase('en'),
  );
  if (!known) {
    const names = allKinds.map(own => own.resource).join(', ');
    throw new InputError(
      `${name}: '${resource}' is no resource that is read; one of: ${names}`,
    );
  }
  return known.groupResource;
}

/** The items of a typed list (`NodePoolList`) have no `kind` field. */
function resourceOfObject(
  item: unknown,
  list: Record<string, unknown>,
): string | undefined {
  const holder = isRecord(item) && item.kind !== undefined ? item : list;
  const { kind, apiVersion } = holder;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
    return undefined;
  }
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const own = holder === list ? kind.replace(/List$/, '') : kind;
  return allKinds.find(known => known.kind === own && known.group === group)
    ?.groupResource;
}

function appendTo(parts: Parts, resource: string, items: unknown[]): void {
  const known = parts.resources.get(resource);
  if (known) {
    known.items.push(...items);
  } else {
    parts.resources.set(resource, { resource, state: 'ok', items: [...items] });
  }
}

/** An object that is in two files counts once: the last copy is kept. */
function withoutDoubles(resource: CapturedResource): CapturedResource {
  const byKey = new Map<unknown, unknown>();
  for (const item of resource.items) {
    const meta = isRecord(item) && isRecord(item.metadata) ? item.metadata : {};
    const { namespace, name } = meta;
    const named = typeof name === 'string' && name !== '';
    byKey.set(named ? `${String(namespace)}/${name}` : item, item);
  }
  return { ...resource, items: [...byKey.values()] };
}

function clusterName(resources: readonly CapturedResource[]): string {
  const maps = resources.find(({ resource }) => resource === 'configmaps');
  for (const item of maps?.items ?? []) {
    if (isRecord(item) && isRecord(item.data)) {
      const name = item.data['cluster-name'];
      if (typeof name === 'string' && name) {
        return name;
      }
    }
  }
  return 'bundle';
}
