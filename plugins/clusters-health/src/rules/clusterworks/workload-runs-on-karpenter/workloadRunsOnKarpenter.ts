import { checklistRule, met } from '../../../rule/checklistRule';
import { workloadRunsOnKarpenterDoc } from './workloadRunsOnKarpenterDoc';

/** A point of the validation checklist: Test deployment scaled successfully. */
export const workloadRunsOnKarpenter = checklistRule({
  id: 'workload-runs-on-karpenter',
  doc: workloadRunsOnKarpenterDoc,
  needs: ['pods', 'nodes'],
  uses: ['nodeclaims', 'nodepools'],
  judge(ctx) {
    const own = ctx.index.ownNodes();
    if (own.length === 0) {
      return { notApplicable: 'Karpenter has no node now' };
    }
    const runs = own.some(node =>
      (ctx.index.podsByNode().get(node.name) ?? []).some(
        pod =>
          pod.phase === 'Running' &&
          !pod.owners.some(({ kind }) => kind === 'DaemonSet'),
      ),
    );
    return runs
      ? met
      : { notApplicable: 'the nodes of Karpenter carry no workload now' };
  },
});
