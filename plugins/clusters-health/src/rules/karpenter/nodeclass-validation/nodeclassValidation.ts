import {
  conditionOf,
  effectiveStatus,
  type NodeClassFacts,
} from '../../../kinds';
import type { Rule } from '../../../rule/Rule';
import { isAtLeast } from '../../../model/versions';
import { classFault, classFinding } from '../../../rule/nodeClassRule';
import { hintFor, validationRemedy } from './nodeclassValidationText';
import { nodeclassValidationDoc } from './nodeclassValidationDoc';

const TYPE = 'ValidationSucceeded';

/**
 * Conditions for which the validation waits: when one of them is not True, that
 * condition is the cause.
 */
const dependencies = [
  'SubnetsReady',
  'SecurityGroupsReady',
  'AMIsReady',
  'InstanceProfileReady',
];

/**
 * N5: a class fails Karpenter's validation, or the validation does not finish.
 */
export const nodeclassValidation: Rule = {
  code: 'karpenter/N5',
  id: 'nodeclass-validation',
  component: 'karpenter',
  doc: nodeclassValidationDoc,
  needs: ['ec2nodeclasses'],
  uses: ['deployments'],
  details: ['nodepools', 'nodeclaims'],
  evaluate(ctx) {
    const version = ctx.index.karpenterVersion();
    const writesIt = isAtLeast(version, '1.2.0');
    if (writesIt === false) {
      return { findings: [], notApplicable: 'Karpenter is older than 1.2' };
    }
    let unsure: string | undefined;
    const findings = ctx.items('ec2nodeclasses').flatMap(nodeClass => {
      const condition = conditionOf(nodeClass, TYPE);
      if (!condition && writesIt === undefined) {
        // Karpenter before 1.2 does not write this condition.
        unsure = `EC2NodeClass ${nodeClass.name} says nothing of its validation`;
        return [];
      }
      const fault = classFault(ctx, nodeClass, TYPE);
      if (fault === 'unsure') {
        unsure = 'needs a second look';
      }
      if (!fault || fault === 'unsure' || follows(nodeClass)) {
        return [];
      }
      const says =
        fault.how === 'False'
          ? 'does not pass validation'
          : `is not validated: ValidationSucceeded is ${fault.how}`;
      return [
        classFinding(ctx, nodeClass, fault, TYPE, says, [
          hintFor(nodeClass, fault),
          ...validationRemedy(ctx, nodeClass, fault),
        ]),
      ];
    });
    return { findings, unknown: unsure };
  },
};

/**
 * Whether the validation waits for another condition: Karpenter validates a
 * class once its subnets, security groups, images and profile are known.
 */
function follows(nodeClass: NodeClassFacts): boolean {
  return dependencies.some(type => {
    const condition = conditionOf(nodeClass, type);
    const status = effectiveStatus(condition, nodeClass.generation);
    // An absent condition is not one for which the validation waits.
    return status === 'False' || status === 'Unknown';
  });
}
