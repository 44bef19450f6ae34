import { notApplicable, pass, Rule, unknown } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { allowsSpot } from './capacityTypes';

/** C5: spot instances without an interruption queue. */
export const interruptionOff: Rule = {
  code: 'karpenter/C5',
  rule: 'interruption-off',
  component: 'karpenter',
  title: 'Spot interruptions are not handled',
  means:
    'Without the queue Karpenter does not learn that a spot instance goes: its pods are killed after two minutes without a drain and without a replacement started before.',
  detect:
    'Environment variable INTERRUPTION_QUEUE of the controller is empty or absent while a NodePool allows spot. Unknown for a capture, which holds no environment.',
  remedyDoc:
    "Set settings.interruptionQueue of the chart to the queue's name; the module makes the queue and its EventBridge rules.",
  source: 'facts/karpenter.md 4 and 6.A',
  needs: ['deployments', 'nodepools'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller)
      return notApplicable('no Deployment of Karpenter was found');
    const pool = ctx.index.ownPools().find(allowsSpot);
    if (!pool) return notApplicable('no NodePool allows spot');
    const container =
      controller.containers.find(({ name }) => name === 'controller') ??
      controller.containers[0];
    if (!container?.env) {
      return unknown('the environment of the controller is not in the data');
    }
    if (container.env.INTERRUPTION_QUEUE) return pass();
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
