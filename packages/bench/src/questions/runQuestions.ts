import { docQuestions, type DocQuestion } from '@clusterworks/test-support';
import {
  hasRealPostgres,
  startRealPostgres,
  testAwsKeys,
} from '../clustersBackendInternals';
import { Worker } from '../lib/worker';
import { McpClient, RunningPortal } from '../portalInternals';
import { type CallTimes, timed } from './callTimes';
import { type QuestionedCluster, questionEntities } from './questionEntities';

/** Size of the catalog that is asked. */
export interface QuestionsOptions {
  clusters: number;
  /** Entities that are no clusters. */
  others: number;
  /** How often each question is asked in each way. */
  repeats: number;
}

/** How long one question took over HTTP and over MCP. */
export interface QuestionTimes {
  question: string;
  http: CallTimes;
  mcp: CallTimes;
  /** How many clusters the answer counts. */
  found: number;
}

/** The times on one database. */
export interface DatabaseTimes {
  database: string;
  /** Times of each question, for the platform team and for one owner. */
  callers: { caller: string; questions: QuestionTimes[] }[];
  /** Queries of the catalog's own API by label and by relation. */
  catalog: { query: string; times: CallTimes }[];
  /** What each call over MCP costs, whatever it asks. */
  baseline: { call: string; times: CallTimes }[];
}

const SYNC_MS = 60 * 60_000;
const POLL_MS = 2_000;
const CATALOG_QUERIES = [
  'filter=kind=resource,spec.type=kubernetes-cluster,metadata.labels.clusterworks.dev/health=healthy&limit=20',
  'filter=kind=resource,spec.type=kubernetes-cluster,relations.dependencyOf=component:default/payments&limit=20',
  'filter=kind=component,relations.dependsOn=resource:default/bench-0001&limit=20',
];

const NOTHING = { there: 0, live: 0, related: 0 };

const note = (text: string) => process.stderr.write(`  ${text}\n`);

/**
 * Asks the questions of docs/use/query.md of a portal with its own policy and a
 * catalog on SQLite and then, where there is one, on PostgreSQL.
 */
export async function* runQuestions(
  options: QuestionsOptions,
): AsyncGenerator<DatabaseTimes> {
  const fleet = new Worker(require.resolve('../fleetWorker'));
  try {
    const clusters = await fleet.call<QuestionedCluster[]>('start', {
      ...{ clusters: options.clusters, nodes: 2, podsPerNode: 2 },
    });
    yield await askPortal('SQLite', undefined, clusters, options);
    if (hasRealPostgres) {
      const postgres = await startRealPostgres();
      try {
        const { client, connection } = postgres.config;
        const { database: _any, ...server } = connection as object & {
          database?: string;
        };
        const config = { client, connection: server };
        yield await askPortal('PostgreSQL', config, clusters, options);
      } finally {
        await postgres.stop();
      }
    }
  } finally {
    await fleet.end();
  }
}

async function askPortal(
  database: string,
  config: object | undefined,
  clusters: readonly QuestionedCluster[],
  options: QuestionsOptions,
): Promise<DatabaseTimes> {
  const entities = questionEntities(clusters, options.others);
  const portal = await RunningPortal.start(entities, {
    ...(config && { backend: { database: config } }),
    aws: { mainAccount: testAwsKeys },
    // With the default of two minutes, a catalog of this size does nothing but
    // process its entities again.
    catalog: { processingInterval: { minutes: 30 } },
    kubernetes: {
      clusterLocatorMethods: [
        { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
      ],
    },
    clusters: {
      guard: { allowedApiServerHosts: ['127.0.0.1'] },
      reader: { discovery: { seconds: 10 } },
    },
  });
  try {
    await settle(portal, database, clusters.length, entities.length);
    const callers = [];
    for (const caller of ['root', 'pat']) {
      callers.push({
        caller,
        questions: await askAll(portal, caller, options.repeats),
      });
    }
    const catalog = [];
    for (const query of CATALOG_QUERIES) {
      const path = `GET /catalog/entities/by-query?${query}`;
      const ask = () => get(portal, 'root', path);
      catalog.push({ query, times: await timed(portal, ask, options.repeats) });
    }
    const baseline = await askBackstage(portal, options.repeats);
    return { database, callers, catalog, baseline };
  } finally {
    await portal.stop();
  }
}

/** Waits until the catalog has every entity, and all clusters are read. */
async function settle(
  portal: RunningPortal,
  database: string,
  clusters: number,
  entities: number,
): Promise<void> {
  const end = performance.now() + SYNC_MS;
  while (performance.now() < end) {
    // The users who ask are entities of the catalog, too.
    const { there, live, related } = await countIn(portal).catch(() => NOTHING);
    note(`${database}: ${there} entities, ${live} clusters live and related`);
    // The location of the file is an entity, too.
    if (there >= entities && live >= clusters && related > 0) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${database}: the catalog was not complete in time`);
}

async function countIn(portal: RunningPortal): Promise<typeof NOTHING> {
  const ask = (path: string) => get(portal, 'root', `GET ${path}`);
  const fleet = '/clusters/v1/fleet?limit=1&filter=';
  const catalog = await ask('/catalog/entities/by-query?limit=0');
  const live = await ask(`${fleet}connection:live%20component:any`);
  const related = await ask(`${fleet}component:payments`);
  return {
    there: catalog.totalItems,
    live: live.totals.clusters,
    related: related.totals.clusters,
  };
}

async function get(portal: RunningPortal, caller: string, request: string) {
  const { status, body } = await portal.send(caller, request);
  if (status !== 200) {
    throw new Error(`${request} answered ${status}: ${JSON.stringify(body)}`);
  }
  return body;
}

async function askAll(
  portal: RunningPortal,
  caller: string,
  repeats: number,
): Promise<QuestionTimes[]> {
  const agent = await McpClient.connect(portal, caller);
  const results: QuestionTimes[] = [];
  try {
    for (const question of docQuestions().map(named)) {
      const http = () =>
        get(portal, caller, `GET ${question.http.replace(/^\/api/, '')}`);
      const mcp = () => agent.ask(question.action, question.input);
      // The owner may not see the one cluster that a question names.
      const isHidden = caller !== 'root' && question.action === 'get-cluster';
      if (!isHidden) {
        const answer = await http();
        results.push({
          question: question.question,
          http: await timed(portal, http, repeats),
          mcp: await timed(portal, mcp, repeats),
          found: answer.totals?.clusters ?? 1,
        });
      }
    }
    return results;
  } finally {
    await agent.close();
  }
}

/** The simulated clusters have names of their own. */
function named(question: DocQuestion): DocQuestion {
  const { http, input } = question;
  return input.name === undefined
    ? question
    : {
        ...question,
        http: http.replace(input.name, 'bench-0001'),
        input: { ...input, name: 'bench-0001' },
      };
}

/**
 * Calls that need nothing of this suite but the list of its actions: Backstage
 * lists the actions of every plugin before it calls one of them.
 */
async function askBackstage(
  portal: RunningPortal,
  repeats: number,
): Promise<DatabaseTimes['baseline']> {
  const agent = await McpClient.connect(portal, 'root');
  const list = '/clusters/.backstage/actions/v1/actions';
  const calls: [call: string, ask: () => Promise<unknown>][] = [
    ['MCP: `auth.who-am-i`', () => agent.call('auth.who-am-i', {})],
    ['MCP: the list of all tools', () => agent.tools()],
    [
      "HTTP: the list of this suite's actions, as Backstage asks for it",
      () => get(portal, 'root', `GET ${list}`),
    ],
    [
      'HTTP: `list-clusters`, as Backstage calls it',
      () =>
        portal.send('root', `POST ${list}/clusters:list-clusters/invoke`, {
          body: { filter: 'verdict:critical' },
        }),
    ],
  ];
  const baseline: DatabaseTimes['baseline'] = [];
  try {
    for (const [call, ask] of calls) {
      baseline.push({ call, times: await timed(portal, ask, repeats) });
    }
    return baseline;
  } finally {
    await agent.close();
  }
}
