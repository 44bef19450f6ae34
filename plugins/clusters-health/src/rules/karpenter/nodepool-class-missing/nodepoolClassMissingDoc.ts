import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolClassMissing. */
export const nodepoolClassMissingDoc: CataloguedDoc = {
  title: 'NodePool has no EC2NodeClass',
  means:
    'The class that the pool names does not exist or is being deleted: the pool launches nothing.',
  foundBy:
    'NodePool condition NodeClassReady has reason NodeClassNotFound or NodeClassTerminating, or no EC2NodeClass has the name of spec.template.spec.nodeClassRef, for a minute.',
  whom: "NodePools of Karpenter's own AWS provider.",
  waits: 'A minute: pools and classes are applied one after the other.',
  cannotSee: 'Whether the name is a mistake or the class is still to come.',
  lookAlikes:
    'A class that was created a moment ago while the pool still says NodeClassNotFound: the list of classes counts. Pools that name a NodeClass of EKS Auto Mode.',
  todo: [
    'See which classes exist, and which is being deleted.',
    'Re-create the class, or correct the name in the pool.',
    'A class that is being deleted waits until its NodeClaims are gone: create one with another name if the pool is to stay.',
  ],
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
};
