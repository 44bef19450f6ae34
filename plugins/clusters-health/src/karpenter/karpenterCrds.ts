import { RuleContext } from '../engine/RuleContext';
import { CrdFacts } from '../kinds';

/** Karpenter's own definitions, those of the core and of AWS. */
export function karpenterCrds(ctx: RuleContext): CrdFacts[] {
  return ctx
    .items('customresourcedefinitions')
    .filter(
      ({ name }) =>
        name.endsWith('.karpenter.sh') || name.endsWith('.karpenter.k8s.aws'),
    );
}
