import {
  createPullRequest,
  mergePullRequest,
  type SimulatedGithub,
} from '@clusterworks/github-simulator';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { FleetMember } from './fleet';
import { filesOf, missingFrom, seedPlatform } from './seedPlatform';

/** The cluster whose last change the portal shows. */
const CHANGED = 'payments-prod';
const MINUTE_MS = 60_000;
/** How long before the start of the demo it was opened, merged and applied. */
const OPENED_MS = 230 * MINUTE_MS;
const MERGED_MS = 200 * MINUTE_MS;
const APPLIED_MS = 194 * MINUTE_MS;

/** The cluster before its GPU pool was given a higher limit. */
function before(member: FleetMember): FleetMember {
  const { spec } = member;
  const pools = spec.spec.karpenter?.nodePools ?? [];
  return {
    ...member,
    spec: parseClusterSpec({
      ...spec,
      spec: {
        ...spec.spec,
        karpenter: {
          ...spec.spec.karpenter,
          nodePools: pools.map(pool =>
            pool.name === 'gpu' ? { ...pool, limits: { cpu: '200' } } : pool,
          ),
        },
      },
    }),
  };
}

/**
 * Brings clusters into the platform repository that are not there yet; one of
 * them by a pull request, which was merged some hours ago.
 *
 * @param now - milliseconds since 1970
 */
export async function seedFleet(
  github: SimulatedGithub,
  fleet: FleetMember[],
  now: number,
): Promise<void> {
  const missing = await missingFrom(github.repository, fleet);
  const changed = missing.find(({ spec }) => spec.metadata.name === CHANGED);
  await seedPlatform(
    github,
    missing.map(member => (member === changed ? before(member) : member)),
  );
  if (changed) {
    await seedMerge(github, changed, now);
  }
}

/** Git, the pull request and its runs, as the portal would have left them. */
async function seedMerge(
  { repository }: SimulatedGithub,
  { spec }: FleetMember,
  now: number,
): Promise<void> {
  const head = `clusterworks/pool-${CHANGED}`;
  const title = `Change node pools of cluster ${CHANGED} (${spec.spec.environment})`;
  await repository.moveRef({
    ...{ ref: `refs/heads/${head}`, actor: 'backstage' },
    to: await repository.git.readRef('refs/heads/main'),
  });
  const { sha } = await repository.commit({
    ...{ branch: head, actor: 'backstage' },
    message: `${title}\n\nRequested-by: user:default/guest\nGenerated-by: clusterworks`,
    write: await filesOf(repository, [spec]),
  });
  const { number } = await createPullRequest(repository, {
    ...{ title, head, base: 'main', draft: false, author: 'backstage' },
    body: 'The pool gpu was at its limit.',
  });
  const merged = await mergePullRequest(repository, {
    ...{ number, actor: 'dana', method: 'squash' },
  });
  const ago = (ms: number) => new Date(now - ms).toISOString();
  const pull = repository.pulls.get(number);
  if (pull) {
    await repository.pulls.put({
      ...{ ...pull, createdAt: ago(OPENED_MS), updatedAt: ago(MERGED_MS) },
      ...{ closedAt: ago(MERGED_MS), mergedAt: ago(MERGED_MS) },
    });
  }
  const done = { status: 'completed', conclusion: 'success' } as const;
  repository.ci.checks.set(sha, {
    ...{ ...done, name: 'Terraform plan' },
    ...{ startedAt: ago(OPENED_MS), completedAt: ago(OPENED_MS - MINUTE_MS) },
  });
  repository.ci.workflows.set(merged.sha, {
    ...{ ...done, name: 'Terraform apply' },
    path: '.github/workflows/terraform-apply.yml',
    ...{ startedAt: ago(MERGED_MS), completedAt: ago(APPLIED_MS) },
  });
}
