import { MINUTE } from '../../../model/durations';
import { notApplicable, pass, Rule, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { WorkloadFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { controllerDownDoc } from './controllerDownDoc';

/** A rollout takes one replica after the other away for a moment. */
const ROLLOUT = 5 * MINUTE;

/** C1: the controller's Deployment has too few available replicas. */
export const controllerDown: Rule = {
  code: 'karpenter/C1',
  id: 'controller-down',
  component: 'karpenter',
  doc: controllerDownDoc,
  needs: ['deployments'],
  uses: ['nodepools'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller) {
      return ctx.state('nodepools') === 'notInstalled'
        ? notApplicable('Karpenter is not installed')
        : unknown('no Deployment of Karpenter was found');
    }
    const { desired = 1, available, namespace = '' } = controller;
    if (desired > 0 && available >= desired) return pass();
    const down = available === 0;
    if (!down && isRolling(controller)) {
      // A first look cannot tell a rollout that hangs from one that goes on.
      const lasting = ctx.lasting('controller-rollout', undefined, ROLLOUT);
      if (lasting === 'unknown') return unknown('needs a second look');
      if (lasting === 'notYet') return pass();
    }
    const since = ctx.heldSince(
      `controller-down/${down}`,
      controller.conditions.find(
        ({ type, status }) => type === 'Available' && status === 'False',
      )?.since,
    );
    return {
      findings: [
        {
          severity: down ? 'critical' : 'warning',
          subject: subjectOf('Deployment', controller),
          since,
          title: down
            ? 'Karpenter is down: no replica of the controller is available'
            : `Karpenter has ${available} of ${desired} replicas`,
          evidence: [
            evidenceOf('Deployment', controller, 'spec.replicas', desired),
            evidenceOf(
              'Deployment',
              controller,
              'status.availableReplicas',
              available,
            ),
          ],
          remedy: [
            {
              text: 'See why the pods do not run',
              command: shellCommand`kubectl -n ${namespace} describe pods -l app.kubernetes.io/name=karpenter`,
            },
            {
              text: 'A replica that stays Pending needs one more node outside of Karpenter, in another zone',
            },
          ],
          touches: [touch.component('karpenter')],
        },
      ],
    };
  },
};

function isRolling({
  desired = 1,
  updated,
  generation,
  observedGeneration,
}: WorkloadFacts): boolean {
  return updated < desired || (observedGeneration ?? 0) < (generation ?? 0);
}
