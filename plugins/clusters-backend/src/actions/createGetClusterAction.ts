import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { rootFindings } from '@clusterworks/plugin-clusters-common';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import type { FleetEntry } from '../fleet/FleetStore';
import {
  clusterInput,
  measureOutput,
  severityOutput,
  verdictOutput,
  phaseOutput,
} from './outputSchemas';
import { shorten } from './shorten';
import { whatFits } from './whatFits';

const MAX_FINDINGS = 10;
const MAX_SOURCES = 10;
const MAX_TEXT = 200;

/** Registers `get-cluster`: the state of one cluster in one answer. */
export function createGetClusterAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
): void {
  registry.register({
    name: 'get-cluster',
    title: 'Get a cluster',
    description:
      'Tells how one cluster is: its verdict and why, versions, nodes, pods without a node, requested and allocatable CPU, room in its subnets, the root causes of what is wrong (explain-finding tells each), and what could not be read.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      { title: 'How one cluster is', input: { name: 'payments-dev' } },
    ],
    schema: {
      input: z => z.object({ name: clusterInput(z) }),
      output: z =>
        z.object({
          name: z.string(),
          entityRef: z.string(),
          owner: z.string().optional(),
          environment: z.string().optional(),
          region: z.string().optional(),
          accountId: z.string().optional(),
          verdict: verdictOutput(z),
          phase: phaseOutput(z).optional(),
          lastKnownVerdict: verdictOutput(z).optional(),
          headline: z.string(),
          since: z.string().optional(),
          connection: z.object({
            state: z.string(),
            message: z.string().optional(),
          }),
          observedAt: z.string().optional(),
          versions: z.record(
            z.object({
              desired: z.string().optional(),
              observed: z.string().optional(),
            }),
          ),
          nodes: measureOutput(z),
          nodesNotReady: measureOutput(z).optional(),
          podsPending: measureOutput(z).optional(),
          cpuRequested: measureOutput(z),
          cpuAllocatable: measureOutput(z),
          spotShare: measureOutput(z).describe('Share of nodes, 0 to 1'),
          room: z.object({
            addresses: measureOutput(z),
            nodes: measureOutput(z),
            hours: measureOutput(z),
          }),
          findings: z
            .array(
              z.object({
                id: z.string(),
                severity: severityOutput(z),
                title: z.string(),
                consequences: z.number(),
                mutedUntil: z.string().optional(),
              }),
            )
            .describe('Root causes, the worst first'),
          findingsTotal: z.number(),
          notRead: z
            .array(
              z.object({
                source: z.string(),
                state: z.string(),
                reason: z.string().optional(),
              }),
            )
            .describe('Kinds of objects that could not be read'),
          notReadTotal: z.number(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: describe(await clusters.get(input.name, credentials)),
    }),
  });
}

/** With as much of its lists as fits; the totals beside them count all. */
function describe({ body }: FleetEntry) {
  const { row } = body;
  const view = body.view();
  const { findings = [], sources = [] } = body.assessment() ?? {};
  const roots = rootFindings(findings)
    .slice(0, MAX_FINDINGS)
    .map(one => ({
      id: one.id,
      severity: one.severity,
      title: shorten(one.title, 160),
      consequences: one.consequences.length,
      mutedUntil: one.mute?.until,
    }));
  const notRead = sources.filter(
    ({ state }) => state !== 'ok' && state !== 'notInstalled',
  );
  const reasons = notRead
    .slice(0, MAX_SOURCES)
    .map(({ name, state, reason }) => ({
      source: name,
      state,
      reason: reason && shorten(reason, 100),
    }));
  const answer = (some: typeof roots, why: typeof reasons) => ({
    name: row.name,
    entityRef: row.entityRef,
    owner: row.owner,
    environment: row.environment,
    region: row.region,
    accountId: row.accountId,
    verdict: row.verdict,
    phase: row.phase,
    lastKnownVerdict: row.lastKnown?.verdict,
    headline: shorten(row.headline.text, MAX_TEXT),
    since: row.headline.since,
    connection: {
      state: row.connection.state,
      message:
        row.connection.message && shorten(row.connection.message, MAX_TEXT),
    },
    observedAt: row.observedAt,
    versions: row.versions,
    nodes: row.nodes,
    nodesNotReady: view?.nodesNotReady,
    podsPending: view?.podsPending,
    cpuRequested: row.cpuRequested,
    cpuAllocatable: row.cpuAllocatable,
    spotShare: row.spotShare,
    room: row.room,
    findings: some,
    findingsTotal: findings.length,
    notRead: why,
    notReadTotal: notRead.length,
  });
  const [first] = roots;
  const why = whatFits(reasons, some => answer(first ? [first] : [], some));
  return answer(
    whatFits(roots, some => answer(some, why)),
    why,
  );
}
