import { checklistRule, met } from '../../../rule/checklistRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { karpenterPodsRunningDoc } from './karpenterPodsRunningDoc';

/** A point of the validation checklist: Karpenter pods running. */
export const karpenterPodsRunning = checklistRule({
  id: 'karpenter-pods-running',
  doc: karpenterPodsRunningDoc,
  needs: ['deployments'],
  command: fixedCommand`kubectl get pods -A -l app.kubernetes.io/name=karpenter`,
  judge(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller) {
      return { unknown: 'no Deployment of Karpenter was found' };
    }
    const { desired = 1, available } = controller;
    if (available >= desired && desired > 0) {
      return met;
    }
    return {
      subject: subjectOf('Deployment', controller),
      title: `${available} of ${desired} Karpenter pods are available`,
      evidence: [
        evidenceOf(
          'Deployment',
          controller,
          'status.availableReplicas',
          available,
        ),
      ],
    };
  },
});
