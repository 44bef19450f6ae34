import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  filterWords,
  fleetFilterKeys,
  fleetQuerySchema,
  fleetSortSchema,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { queryFleet } from '../query/queryFleet';
import {
  measureOutput,
  phaseOutput,
  severityOutput,
  verdictOutput,
} from './outputSchemas';
import { shorten } from './shorten';
import { whatFits } from './whatFits';

const DEFAULT_LIMIT = 10;

/** Registers `list-clusters`: the fleet, filtered and ordered. */
export function createListClustersAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
): void {
  registry.register({
    name: 'list-clusters',
    title: 'List clusters',
    description: `Lists the Kubernetes clusters that the caller may see, the worst first, each with its verdict and the one sentence that says what is wrong. The filter is a line of words that must all match; OR stands between alternatives, - negates, commas separate values. Keys: ${fleetFilterKeys
      .map(({ name }) => name)
      .join(
        ', ',
      )}. Versions and numbers take <, <=, >, >=. What is not known matches no comparison.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      {
        title: 'Production clusters that run an older Cilium than 1.18',
        input: { filter: 'env:prod cilium:<1.18' },
      },
      {
        title: 'Clusters with room for fewer than nine more nodes',
        input: { filter: 'room:<9', sort: 'room' },
      },
    ],
    schema: {
      input: z =>
        z.object({
          filter: z.string().max(500).optional(),
          sort: z.nativeEnum(fleetSortSchema.enum).optional(),
          order: z.enum(['asc', 'desc']).optional(),
          limit: z
            .number()
            .int()
            .min(1)
            .max(50)
            .optional()
            .describe('Else ten, or as many as fit in 4 KB'),
          cursor: z
            .string()
            .max(500)
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z =>
        z.object({
          totals: z.object({
            clusters: z.number(),
            critical: z.number(),
            degraded: z.number(),
            unknown: z.number(),
            healthy: z.number(),
            building: z.number().optional(),
            differing: z.number().optional(),
          }),
          clusters: z.array(
            z.object({
              name: z.string(),
              owner: z.string().optional(),
              environment: z.string().optional(),
              region: z.string().optional(),
              verdict: verdictOutput(z),
              phase: phaseOutput(z).optional(),
              severity: severityOutput(z).optional(),
              headline: z.string(),
              versions: z
                .object({
                  kubernetes: z.string().optional(),
                  karpenter: z.string().optional(),
                  cilium: z.string().optional(),
                })
                .describe('As seen in the cluster; absent when not known'),
              nodes: measureOutput(z),
              roomNodes: measureOutput(z).describe(
                'Nodes that still get addresses from the subnets',
              ),
              nextKubernetes: z
                .object({
                  version: z.string(),
                  blockedBy: z.array(z.string()),
                })
                .optional()
                .describe(
                  'What does not work with the next version; when the filter has next:',
                ),
              components: z
                .object({ listed: z.array(z.string()), total: z.number() })
                .optional()
                .describe(
                  'Components of the catalog that depend on it; when the filter has component:',
                ),
              heldBy: z
                .object({ listed: z.array(z.string()), total: z.number() })
                .optional()
                .describe(
                  'Workloads that keep nodes which are to go; when the filter has held:',
                ),
              connection: z.string().describe('live, or why it is not read'),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = fleetQuerySchema.safeParse({
        limit: DEFAULT_LIMIT,
        ...input,
      });
      if (!query.success) {
        throw new InputError(query.error.issues[0].message);
      }
      const rows = (await clusters.all(credentials)).map(({ row }) => row);
      const keys = keysIn(query.data.filter ?? '');
      const answer = ({ totals, items, nextCursor }: Page) => ({
        totals,
        clusters: items.map(row => ({ ...brief(row), ...asked(row, keys) })),
        nextCursor,
      });
      const first = (limit?: number) =>
        queryFleet(rows, { ...query.data, ...(limit && { limit }) });
      const page = first();
      if (input.limit !== undefined) {
        return { output: answer(page) };
      }
      const fitting = whatFits(page.items, ({ length }) =>
        answer(first(length)),
      );
      return { output: answer(first(fitting.length)) };
    },
  });
}

type Page = ReturnType<typeof queryFleet>;

/** The first few of a list; absent when it is empty or not known. */
function some<T>(
  list: { listed: readonly T[]; total: number } | undefined,
  say: (each: T) => string,
) {
  return list && list.total > 0
    ? {
        listed: list.listed.slice(0, 3).map(one => shorten(say(one), 100)),
        total: list.total,
      }
    : undefined;
}

function keysIn(filter: string): ReadonlySet<string | undefined> {
  return new Set(filterWords(filter).map(({ key }) => key));
}

/** What only some questions need: with it, ten clusters would not fit in 4 KB. */
function asked(row: FleetRow, keys: ReadonlySet<string | undefined>) {
  return {
    ...(keys.has('next') && { nextKubernetes: row.nextKubernetes }),
    ...(keys.has('component') && {
      components: some(row.components, ref => ref),
    }),
    ...(keys.has('held') && {
      heldBy: some(
        row.heldBy,
        ({ namespace, workload }) => `${namespace}/${workload}`,
      ),
    }),
  };
}

function brief(row: FleetRow) {
  const { kubernetes, karpenter, cilium } = row.versions;
  return {
    name: row.name,
    owner: row.owner,
    environment: row.environment,
    region: row.region,
    verdict: row.verdict,
    phase: row.phase,
    severity: row.headline.severity,
    headline: shorten(row.headline.text, 200),
    versions: {
      kubernetes: kubernetes.observed,
      karpenter: karpenter.observed,
      cilium: cilium.observed,
    },
    nodes: row.nodes,
    roomNodes: row.room.nodes,
    connection: row.connection.state,
  };
}
