import { DraftFinding, Rule } from '../../../rule/Rule';
import { clusterSubject } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { SourceName } from '../../../kinds';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nothingInstalledDoc } from './nothingInstalledDoc';

/** C9: Karpenter is not there, or has nothing to launch from. */
export const nothingInstalled: Rule = {
  code: 'karpenter/C9',
  id: 'nothing-installed',
  component: 'karpenter',
  doc: nothingInstalledDoc,
  needs: [],
  uses: ['nodepools', 'ec2nodeclasses'],
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
      if (!none && state !== 'notInstalled') return [];
      return [
        {
          severity: none ? 'critical' : 'info',
          subject: clusterSubject(ctx.cluster),
          title: none
            ? `There is no ${what}: Karpenter launches nothing`
            : `The API server does not know ${what}s: Karpenter is not installed`,
          evidence: [{ object: ctx.cluster, path: source, value: state }],
          remedy,
          touches: [touch.component('karpenter'), touch.waitingPods()],
          key: source,
          group: 'nothing',
        },
      ];
    };
    return {
      findings: [
        ...absent('nodepools', 'NodePool'),
        ...absent('ec2nodeclasses', 'EC2NodeClass'),
      ],
    };
  },
};
