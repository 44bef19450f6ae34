import { checklistRule, met } from '../../../rule/checklistRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { clusterSubject } from '../../../rule/subjects';
import { nodepoolsCreatedDoc } from './nodepoolsCreatedDoc';

/** A point of the validation checklist: NodePools created. */
export const nodepoolsCreated = checklistRule({
  id: 'nodepools-created',
  doc: nodepoolsCreatedDoc,
  needs: ['nodepools'],
  command: fixedCommand`kubectl diff -k 'platform/overlays/<environment>/<name>/karpenter'`,
  judge(ctx) {
    if (ctx.index.ownPools().length > 0) {
      return met;
    }
    if (ctx.items('nodepools').length > 0) {
      return { notApplicable: "every NodePool is somebody else's" };
    }
    return {
      subject: clusterSubject(ctx.cluster),
      title: 'There is no NodePool',
      evidence: [{ object: ctx.cluster, path: 'nodepools', value: '0' }],
    };
  },
});
