import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolClassMissing. */
export const nodepoolClassMissingDoc: RuleDoc = {
  title: 'NodePool has no EC2NodeClass',
  means:
    'The class that the pool names does not exist or is being deleted: the pool launches nothing.',
  foundBy:
    'NodePool condition NodeClassReady has reason NodeClassNotFound or NodeClassTerminating, or no EC2NodeClass has the name of spec.template.spec.nodeClassRef, for a minute.',
  todo: 'Create the class or correct the name. A class that is going waits until its NodeClaims are gone.',
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
};
