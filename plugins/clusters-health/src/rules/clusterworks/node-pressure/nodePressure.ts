import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodePressureDoc } from './nodePressureDoc';

const types = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** A node runs out of memory, disk or process ids. */
export const nodePressure: Rule = {
  code: 'clusterworks/node-pressure',
  id: 'node-pressure',
  component: 'clusterworks',
  doc: nodePressureDoc,
  needs: ['nodes'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      for (const type of types) {
        const condition = conditionOf(node, type);
        if (condition?.status === 'True') {
          const key = `pressure/${type}/${node.name}`;
          const lasting = ctx.lasting(key, condition.since, MINUTE);
          unsure ||= lasting === 'unknown';
          if (lasting === 'yes') {
            findings.push({
              severity: 'warning',
              subject: subjectOf('Node', node),
              since: ctx.heldSince(key, condition.since),
              title: `Node ${node.name} has ${type}`,
              evidence: [
                evidenceOf(
                  'Node',
                  node,
                  `status.conditions[${type}]`,
                  `True ${condition.reason ?? ''}`,
                ),
              ],
              remedy: [
                {
                  text: 'See what uses it',
                  command: shellCommand`kubectl describe node ${node.name}`,
                },
              ],
              touches: [touch.node(node.name)],
              key: type,
              group: type,
            });
          }
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
