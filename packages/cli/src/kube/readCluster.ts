import {
  allKinds,
  type CapturedResource,
  type ClusterCapture,
  type Kind,
} from '@clusterworks/plugin-clusters-health';
import { z } from 'zod';
import type { JsonAnswer } from './getJson';
import { getJson } from './getJson';
import type { KubeConnection } from './KubeConnection';

const PAGE = 500;
const listSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()).nullish(),
});
const versionSchema = z.object({ gitVersion: z.string() });
const statusSchema = z.object({ message: z.string() });

/** Reads every kind that an assessment needs, once, a few kinds at a time. */
export async function readCluster(
  connection: KubeConnection,
  options: { cluster: string; now: Date },
): Promise<ClusterCapture> {
  const serverVersion = await readVersion(connection);
  const resources: CapturedResource[] = [];
  const queue = [...allKinds];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      resources.push(await readResource(connection, next));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const order = allKinds.map(({ groupResource }) => groupResource);
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
    // The source of each kind reports why the server cannot be reached.
    return undefined;
  }
}

async function readResource(
  connection: KubeConnection,
  kind: Kind,
): Promise<CapturedResource> {
  const found = (
    state: CapturedResource['state'],
    message?: string,
    items: unknown[] = [],
  ): CapturedResource =>
    message === undefined
      ? { resource: kind.groupResource, state, items }
      : { resource: kind.groupResource, state, message, items };
  try {
    let answer = await readPages(connection, kind, PAGE);
    // The continue token has expired, so the list is read again without pages.
    if (answer.status === 410) {
      answer = await readPages(connection, kind);
    }
    const problem = problemOf(answer);
    return problem ? found(...problem) : found('ok', undefined, answer.items);
  } catch (error) {
    return found('unreachable', String(error).slice(0, 300));
  }
}

async function readPages(
  connection: KubeConnection,
  kind: Kind,
  limit?: number,
): Promise<JsonAnswer & { items: unknown[] }> {
  const items: unknown[] = [];
  let token = '';
  for (;;) {
    const answer = await getJson(connection, pathOf(kind, token, limit));
    if (answer.status !== 200) {
      return { ...answer, items };
    }
    const list = listSchema.parse(answer.body);
    for (const item of list.items ?? []) {
      items.push(typed(item, kind));
    }
    token = list.metadata?.continue ?? '';
    if (!token) {
      return { ...answer, items };
    }
  }
}

function pathOf(kind: Kind, token: string, limit: number | undefined): string {
  const query = new URLSearchParams();
  if (limit !== undefined) {
    query.set('limit', String(limit));
  }
  if (kind.fieldSelector) {
    query.set('fieldSelector', kind.fieldSelector);
  }
  if (token) {
    query.set('continue', token);
  }
  return `${kind.path}?${query}`;
}

function problemOf({
  status,
  body,
}: JsonAnswer): [CapturedResource['state'], string] | undefined {
  const said = statusSchema.safeParse(body);
  const message = said.success ? said.data.message.slice(0, 300) : '';
  if (status === 200) {
    return undefined;
  }
  if (status === 401) {
    return ['forbidden', 'the API server does not accept the credentials'];
  }
  if (status === 403) {
    return ['forbidden', message || 'not allowed'];
  }
  if (status === 404) {
    return ['notInstalled', 'the API server does not know this kind'];
  }
  return ['unreachable', `the API server answered ${status} ${message}`.trim()];
}

/**
 * Items of a list have no kind, but the readers of dumps and captures need it.
 */
function typed(item: unknown, { apiVersion, kind }: Kind): unknown {
  if (typeof item !== 'object' || item === null) {
    return item;
  }
  return { apiVersion, kind, ...item };
}
