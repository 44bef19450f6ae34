import { MINUTE, sayDuration } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { SourceName } from '../../../kinds';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nothingInstalledDoc } from './nothingInstalledDoc';

/**
 * How long it usually takes from Karpenter's start until its pools are applied.
 */
const BEING_BUILT = 15 * MINUTE;

/**
 * How long the building of the cluster has taken so far, in words; undefined
 * when it is over.
 */
function beingBuilt(ctx: RuleContext): string | undefined {
  const controller = ctx.index.karpenter();
  const joined = ctx.items('nodes').flatMap(node => node.createdAt ?? []);
  const since = controller ? controller.createdAt : Math.min(...joined);
  const age = ctx.age(since);
  if (age === undefined || age >= BEING_BUILT) {
    return undefined;
  }
  const what = controller ? 'Karpenter was installed' : 'the first node joined';
  return `${what} ${sayDuration(age)} ago`;
}

/** C9: Karpenter is not installed, or has nothing to launch from. */
export const nothingInstalled: Rule = {
  code: 'karpenter/C9',
  id: 'nothing-installed',
  component: 'karpenter',
  doc: nothingInstalledDoc,
  needs: [],
  uses: ['nodepools', 'ec2nodeclasses'],
  details: ['deployments', 'nodes'],
  evaluate(ctx) {
    const remedy = [
      {
        text: "See what the cluster's overlay would create",
        command: fixedCommand`kubectl diff -k 'platform/overlays/<environment>/<name>/karpenter'`,
      },
      {
        text: "Apply the cluster's NodeClasses and NodePools: this creates them, and Karpenter launches nodes for pods that wait",
        command: fixedCommand`kubectl apply -k 'platform/overlays/<environment>/<name>/karpenter'`,
      },
    ];
    const isEmpty = (source: SourceName) => {
      const { items, unreadable = 0 } = ctx.snapshot.resources[source];
      return items.length + unreadable === 0;
    };
    const absent = (source: SourceName, what: string): DraftFinding[] => {
      const state = ctx.state(source);
      const none = state === 'ok' && isEmpty(source);
      if (!none && state !== 'notInstalled') {
        return [];
      }
      const young = beingBuilt(ctx);
      const nothing = young
        ? `There is no ${what} yet: ${young}`
        : `There is no ${what}: Karpenter launches nothing`;
      return [
        {
          severity: none && !young ? 'critical' : 'info',
          subject: clusterSubject(ctx.cluster),
          title: none
            ? nothing
            : `The API server does not know the kind ${what}: Karpenter is not installed`,
          evidence: [{ object: ctx.cluster, path: source, value: state }],
          remedy,
          touches: [touch.component('karpenter'), touch.waitingPods()],
          key: source,
          group: 'nothing',
        },
      ];
    };
    const pools = ctx.items('nodepools').length;
    if (pools > 0 && ctx.index.ownPools().length === 0) {
      return notApplicable("every NodePool is somebody else's (EKS Auto Mode)");
    }
    return {
      findings: [
        ...absent('nodepools', 'NodePool'),
        ...absent('ec2nodeclasses', 'EC2NodeClass'),
      ],
    };
  },
};
