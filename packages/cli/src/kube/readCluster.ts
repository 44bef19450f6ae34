import {
  CapturedResource,
  ClusterCapture,
  ClusterResource,
  clusterResources,
} from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';
import { getJson, JsonAnswer } from './getJson';
import { KubeConnection } from './KubeConnection';

const PAGE = 500;
const listSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()).nullish(),
});
const versionSchema = z.object({ gitVersion: z.string() });
const statusSchema = z.object({ message: z.string() });

/**
 * Kinds that are asked for in part: of ConfigMaps only Cilium's may be read
 * (the shipped ClusterRole allows no other), of Leases the heartbeats of nodes
 * are of no use.
 */
const fieldSelectors: Record<string, string> = {
  configmaps: 'metadata.name=cilium-config',
  'leases.coordination.k8s.io': 'metadata.namespace!=kube-node-lease',
};

/** Reads every kind that a judgement is made from, once, a few at a time. */
export async function readCluster(
  connection: KubeConnection,
  options: { cluster: string; now: Date },
): Promise<ClusterCapture> {
  const serverVersion = await readVersion(connection);
  const resources: CapturedResource[] = [];
  const queue = [...clusterResources];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      resources.push(await readResource(connection, next));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const order = clusterResources.map(({ resource }) => resource);
  resources.sort(
    (a, b) => order.indexOf(a.resource) - order.indexOf(b.resource),
  );
  return {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: options.cluster,
    capturedAt: options.now.toISOString(),
    serverVersion,
    resources,
  };
}

async function readVersion(
  connection: KubeConnection,
): Promise<string | undefined> {
  try {
    const { body } = await getJson(connection, '/version');
    const parsed = versionSchema.safeParse(body);
    return parsed.success ? parsed.data.gitVersion : undefined;
  } catch {
    // Each kind says for itself why the server cannot be reached.
    return undefined;
  }
}

async function readResource(
  connection: KubeConnection,
  resource: ClusterResource,
): Promise<CapturedResource> {
  const found = (
    state: CapturedResource['state'],
    message?: string,
    items: unknown[] = [],
  ): CapturedResource =>
    message === undefined
      ? { resource: resource.resource, state, items }
      : { resource: resource.resource, state, message, items };
  try {
    let answer = await readPages(connection, resource, PAGE);
    // The list is too old to go on with: take it in one piece.
    if (answer.status === 410) answer = await readPages(connection, resource);
    const problem = problemOf(answer);
    return problem ? found(...problem) : found('ok', undefined, answer.items);
  } catch (error) {
    return found('unreachable', String(error).slice(0, 300));
  }
}

async function readPages(
  connection: KubeConnection,
  resource: ClusterResource,
  limit?: number,
): Promise<JsonAnswer & { items: unknown[] }> {
  const items: unknown[] = [];
  let token = '';
  for (;;) {
    const answer = await getJson(connection, pathOf(resource, token, limit));
    if (answer.status !== 200) return { ...answer, items };
    const list = listSchema.parse(answer.body);
    for (const item of list.items ?? []) items.push(typed(item, resource));
    token = list.metadata?.continue ?? '';
    if (!token) return { ...answer, items };
  }
}

function pathOf(
  resource: ClusterResource,
  token: string,
  limit: number | undefined,
): string {
  const [version] = resource.versions;
  const root = resource.group
    ? `/apis/${resource.group}/${version}`
    : `/api/${version}`;
  const query = new URLSearchParams();
  if (limit !== undefined) query.set('limit', String(limit));
  const selector = fieldSelectors[resource.resource];
  if (selector) query.set('fieldSelector', selector);
  if (token) query.set('continue', token);
  return `${root}/${resource.plural}?${query}`;
}

function problemOf({
  status,
  body,
}: JsonAnswer): [CapturedResource['state'], string] | undefined {
  const said = statusSchema.safeParse(body);
  const message = said.success ? said.data.message.slice(0, 300) : '';
  if (status === 200) return undefined;
  if (status === 401) {
    return ['forbidden', 'the API server does not accept the credentials'];
  }
  if (status === 403) return ['forbidden', message || 'not allowed'];
  if (status === 404) {
    return ['notInstalled', 'the API server does not know this kind'];
  }
  return ['unreachable', `the API server answered ${status} ${message}`.trim()];
}

/** Members of a list carry no kind; dumps and captures are read by it. */
function typed(item: unknown, resource: ClusterResource): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const { group, versions, kind } = resource;
  const apiVersion = group ? `${group}/${versions[0]}` : versions[0];
  return { apiVersion, kind, ...item };
}
