import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

const types = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** A node runs out of memory, disk or process ids. */
export const nodePressure: Rule = {
  code: 'clusterworks/node-pressure',
  rule: 'node-pressure',
  component: 'clusterworks',
  title: 'Node is under pressure',
  means: 'The kubelet evicts pods and admits none of low priority.',
  detect:
    'Node condition MemoryPressure, DiskPressure or PIDPressure is True for a minute.',
  remedyDoc: 'Look at what uses it; give the nodes larger disks or requests.',
  source: 'Kubernetes: node-pressure eviction',
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
