import {
  joinMarkdown,
  Markdown,
  markdown,
  markdownCode,
  type Measure,
} from '@clusterworks/plugin-clusters-common';
import type { StillRunsOrUnknown } from './checkRemovable';
import { listOf, sayMeasure } from './measureText';
import type { ClusterChange } from './planClusterChange';

const MOST_SHOWN = 20;

/** One of the two pull requests of a decommission, or the way back. */
type Step = 'drain' | 'keep' | 'remove';

function stepOf({ isRemoval, rendered }: ClusterChange): Step {
  if (isRemoval) {
    return 'remove';
  }
  return rendered.spec.spec.decommission ? 'drain' : 'keep';
}

const titles: Record<Step, string> = {
  drain: 'Drain cluster',
  keep: 'Keep cluster',
  remove: 'Remove cluster',
};

/** The title of a pull request of a decommission starts with this text. */
export function decommissionTitle(change: ClusterChange): string {
  return titles[stepOf(change)];
}

/**
 * What a step of a decommission does, what still runs, and what has to be done
 * by whom, for the people who review it.
 *
 * @param confirmedGone - how the requester knows that the cluster is gone
 */
export function decommissionText(
  change: ClusterChange,
  seen: StillRunsOrUnknown,
  confirmedGone: string | undefined,
): Markdown[] {
  const { environment } = change.rendered.spec.spec;
  const root = `${environment}/${change.rendered.spec.metadata.name}`;
  switch (stepOf(change)) {
    case 'drain':
      return [...drainText(), ...stillRunsText(seen), drainChecklist(root)];
    case 'remove':
      return [
        ...removeText(root),
        ...(confirmedGone?.trim()
          ? [
              markdown`**The requester states that nothing runs any more:** ${confirmedGone}`,
            ]
          : []),
        ...stillRunsText(seen),
      ];
    default:
      return [
        markdown`### ${'What happens'}`,
        Markdown.trusted(
          'The NodePools get their limits back, and Karpenter launches nodes for the pods that wait. Nodes that were drained do not come back.',
        ),
      ];
  }
}

function drainText(): Markdown[] {
  return [
    markdown`### ${'What happens'}`,
    listOf([
      Markdown.trusted(
        'Every NodePool gets a limit of 0: Karpenter launches nothing any more.',
      ),
      Markdown.trusted(
        '**Then every node that Karpenter launched is drained and ended**, all at the same time: disruption budgets, a freeze and windows slow down no deletion.',
      ),
      Markdown.trusted(
        'Pods that are evicted find no other node. A PodDisruptionBudget therefore holds the last pods that it covers until their workload is taken down.',
      ),
      Markdown.trusted(
        'System nodes, Karpenter, Cilium, the control plane and all volumes stay. Nothing is destroyed yet.',
      ),
    ]),
  ];
}

function drainChecklist(root: string): Markdown {
  return joinMarkdown(
    [
      markdown`### ${'Before the merge'}`,
      listOf(
        [
          Markdown.trusted(
            'Workloads have moved, or are not needed any more; those with a PodDisruptionBudget are taken down.',
          ),
          Markdown.trusted('Data on volumes is saved or not needed.'),
          Markdown.trusted(
            'Nobody sends traffic to load balancers of this cluster.',
          ),
        ],
        '- [ ] ',
      ),
      markdown`After the merge the workflow *Terraform apply* asks for the approval of ${markdownCode(
        root.split('/')[0],
      )}, applies the overlay and runs ${markdownCode(
        'scripts/drain-karpenter-nodes.sh',
      )}. Where nothing runs it, somebody who may administer the cluster does. The page of the cluster says when it is ready to be removed: that is a second pull request.`,
    ],
    '\n\n',
  );
}

function removeText(root: string): Markdown[] {
  return [
    markdown`### ${'Before the merge'}`,
    Markdown.trusted(
      '**Merge this last.** Once the root is out of git, no workflow can destroy what Terraform made.',
    ),
    listOf(
      [
        Markdown.trusted(
          'Load balancers, ingresses and volumes that controllers made are deleted.',
        ),
        Markdown.trusted(
          'Argo CD has let go of the cluster, if it was handed over: the guide of the cluster says how.',
        ),
        markdown`Somebody with the right to run workflows starts *Terraform destroy* for ${markdownCode(
          root,
        )}, and the approvers of ${markdownCode(
          root.split('/')[0],
        )} approve its plan. Without the workflow: ${markdownCode(
          'terraform destroy',
        )} in ${markdownCode(
          `terraform/environments/${root}`,
        )}, as the guide of the cluster says.`,
        Markdown.trusted(
          'The check *removable* is green: the state of the root has nothing left. Run it again after the destroy.',
        ),
      ],
      '- [ ] ',
    ),
  ];
}

/** What still runs, for the people who decide. */
function stillRunsText(seen: StillRunsOrUnknown): Markdown[] {
  const title = markdown`### ${'What still runs'}`;
  if ('unknown' in seen) {
    return [title, markdown`Not known: ${seen.unknown}`];
  }
  const names = (total: Measure, list: readonly string[]) => {
    const shown = list.slice(0, MOST_SHOWN).map(markdownCode);
    const more = total.certainty === 'unknown' ? 0 : total.value - shown.length;
    return shown.length === 0
      ? markdown`${''}`
      : markdown`: ${joinMarkdown(shown, ', ')}${
          more > 0 ? ` and ${more} more` : ''
        }`;
  };
  return [
    title,
    listOf([
      markdown`NodeClaims: **${sayMeasure(seen.nodeClaims)}**${names(
        seen.nodeClaims,
        seen.names,
      )}`,
      markdown`Pods on their nodes: ${sayMeasure(seen.pods)}`,
      markdown`Pods that hold their node now: ${sayMeasure(seen.heldTotal)}`,
      ...seen.held
        .slice(0, MOST_SHOWN)
        .map(
          ({ pod, node, by, why }) =>
            markdown`${markdownCode(pod)} on ${markdownCode(node)}: ${
              by ? `${why} ${by}` : why
            }`,
        ),
      markdown`PodDisruptionBudgets that cover pods there: ${sayMeasure(
        seen.budgetsTotal,
      )}${names(seen.budgetsTotal, seen.budgets)}`,
      markdown`Volumes that are attached: ${sayMeasure(seen.volumes)}${names(
        seen.volumes,
        seen.volumeNames,
      )}`,
      markdown`Services of type LoadBalancer: ${sayMeasure(
        seen.loadBalancers,
      )}. Look before Terraform destroys anything.`,
    ]),
    markdown`${
      seen.observedAt
        ? `Observed at ${seen.observedAt}.`
        : 'The cluster was not observed.'
    }`,
  ];
}
