import { Severity } from '@clusterworks/plugin-clusters-common';
import { MINUTE } from '../model/durations';
import { DraftFinding, Rule } from './Rule';
import { RuleContext } from './RuleContext';
import { evidenceOf, subjectOf } from './subjects';
import { touch } from './correlationKey';
import { ConditionFacts, conditionOf, NodeClassFacts } from '../kinds';

/** A condition of an EC2NodeClass that keeps it from launching. */
export interface ClassFault {
  condition: ConditionFacts | undefined;
  /** `behind`: written for an older generation, so it says nothing. */
  how: 'False' | 'Unknown' | 'behind' | 'absent';
  since: number | undefined;
}

/** How long a condition may stay Unknown: Karpenter looks every minute. */
const UNKNOWN_MS = 3 * MINUTE;

/**
 * What is wrong with one condition of a class: False at once; Unknown, behind
 * or absent once it has lasted for 3 minutes. `unsure` when it is not known
 * how long it has.
 */
export function classFault(
  ctx: RuleContext,
  nodeClass: NodeClassFacts,
  type: string,
): ClassFault | 'unsure' | undefined {
  const condition = conditionOf(nodeClass, type);
  const how = howBad(condition, nodeClass.generation);
  if (how === undefined) return undefined;
  const key = `nodeclass/${type}/${nodeClass.name}/${how}`;
  if (how === 'False') {
    return { condition, how, since: ctx.heldSince(key, condition?.since) };
  }
  const own =
    how === 'behind'
      ? readyTurned(nodeClass)
      : condition?.since ?? nodeClass.createdAt;
  const lasting = ctx.lasting(key, own, UNKNOWN_MS);
  if (lasting === 'unknown') return 'unsure';
  return lasting === 'yes'
    ? { condition, how, since: ctx.heldSince(key, own) }
    : undefined;
}

/**
 * A condition that is behind keeps its old time; Ready turned then.
 * While Ready is still True, Karpenter has only not come to the edit yet, and
 * no time tells since when.
 */
function readyTurned(nodeClass: NodeClassFacts): number | undefined {
  const ready = conditionOf(nodeClass, 'Ready');
  return ready?.status === 'True' ? undefined : ready?.since;
}

function howBad(
  condition: ConditionFacts | undefined,
  generation: number | undefined,
): ClassFault['how'] | undefined {
  if (!condition) return 'absent';
  const { status, observedGeneration } = condition;
  const behind =
    observedGeneration !== undefined &&
    generation !== undefined &&
    observedGeneration < generation;
  if (behind) return 'behind';
  return status === 'True' ? undefined : status;
}

/** Parts of a rule that looks at one condition of EC2NodeClasses. */
export interface ClassRuleParts
  extends Omit<Rule, 'component' | 'needs' | 'evaluate'> {
  type: string;
  /** Text of the finding after the name of the class. */
  says: string;
  remedy: DraftFinding['remedy'];
  /** Findings besides the condition's own. */
  also?(nodeClass: NodeClassFacts, ctx: RuleContext): DraftFinding[];
}

/** A rule that fires while a condition of an EC2NodeClass is not True. */
export function nodeClassRule(parts: ClassRuleParts): Rule {
  const { type, says, remedy, also, ...texts } = parts;
  return {
    ...texts,
    component: 'karpenter',
    needs: ['ec2nodeclasses'],
    evaluate(ctx) {
      const findings: DraftFinding[] = [];
      let unsure = false;
      for (const nodeClass of ctx.items('ec2nodeclasses')) {
        const fault = classFault(ctx, nodeClass, type);
        if (fault === 'unsure') unsure = true;
        else if (fault) {
          findings.push(classFinding(nodeClass, fault, type, says, remedy));
        } else if (also) findings.push(...also(nodeClass, ctx));
      }
      return unsure
        ? { findings, unknown: 'needs a second look' }
        : { findings };
    },
  };
}

/** The finding of a class that cannot launch. */
export function classFinding(
  nodeClass: NodeClassFacts,
  { condition, how, since }: ClassFault,
  type: string,
  says: string,
  remedy: DraftFinding['remedy'],
  severity: Severity = 'critical',
): DraftFinding {
  const why =
    how === 'behind'
      ? 'the newest spec could not be worked out; the log of Karpenter says why'
      : [condition?.reason, condition?.message].filter(Boolean).join(': ');
  return {
    severity,
    subject: subjectOf('EC2NodeClass', nodeClass),
    since,
    title: `EC2NodeClass ${nodeClass.name} ${says}${why ? ` (${why})` : ''}`,
    evidence: [
      evidenceOf(
        'EC2NodeClass',
        nodeClass,
        `status.conditions[${type}]`,
        condition
          ? `${condition.status} ${
              condition.reason ?? ''
            }, observedGeneration ${
              condition.observedGeneration ?? '(absent)'
            } of ${nodeClass.generation ?? '(unknown)'}`
          : undefined,
      ),
    ],
    remedy,
    touches: [touch.nodeClass(nodeClass.name), touch.waitingPods()],
  };
}
