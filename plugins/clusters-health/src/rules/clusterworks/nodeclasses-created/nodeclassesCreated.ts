import { checklistRule, met } from '../../../rule/checklistRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { clusterSubject } from '../../../rule/subjects';
import { nodeclassesCreatedDoc } from './nodeclassesCreatedDoc';

/** A point of the validation checklist: NodeClasses created. */
export const nodeclassesCreated = checklistRule({
  id: 'nodeclasses-created',
  doc: nodeclassesCreatedDoc,
  needs: ['ec2nodeclasses'],
  command: fixedCommand`kubectl diff -k 'platform/overlays/<environment>/<name>/karpenter'`,
  judge(ctx) {
    if (ctx.items('ec2nodeclasses').length > 0) {
      return met;
    }
    return {
      subject: clusterSubject(ctx.cluster),
      title: 'There is no EC2NodeClass',
      evidence: [{ object: ctx.cluster, path: 'ec2nodeclasses', value: '0' }],
    };
  },
});
