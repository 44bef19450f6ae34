import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { allowsSpot } from '../../../model/karpenter/capacityTypes';
import { interruptionOffDoc } from './interruptionOffDoc';

/** C5: pools allow spot instances, but no interruption queue is configured. */
export const interruptionOff: Rule = {
  code: 'karpenter/C5',
  id: 'interruption-off',
  component: 'karpenter',
  doc: interruptionOffDoc,
  needs: ['deployments', 'nodepools'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller) {
      return notApplicable('no Deployment of Karpenter was found');
    }
    const pool = ctx.index.ownPools().find(allowsSpot);
    if (!pool) {
      return notApplicable('no NodePool allows spot');
    }
    const container =
      controller.containers.find(({ name }) => name === 'controller') ??
      controller.containers[0];
    if (!container?.env) {
      return unknown('the environment of the controller is not in the data');
    }
    if (container.env.INTERRUPTION_QUEUE) {
      return pass();
    }
    return {
      findings: [
        {
          severity: 'warning',
          subject: subjectOf('Deployment', controller),
          title: `Spot interruptions are not handled, but NodePool ${pool.name} allows spot`,
          evidence: [
            evidenceOf(
              'Deployment',
              controller,
              'env INTERRUPTION_QUEUE',
              container.env.INTERRUPTION_QUEUE,
            ),
            evidenceOf(
              'NodePool',
              pool,
              'spec.template.spec.requirements[karpenter.sh/capacity-type]',
              'spot',
            ),
          ],
          remedy: [
            { text: 'Set settings.interruptionQueue to the name of the queue' },
          ],
          touches: [touch.component('karpenter')],
        },
      ],
    };
  },
};
