import { MINUTE } from '../model/durations';
import type { DraftFinding, Rule } from './Rule';
import type { RuleContext } from './RuleContext';
import { evidenceOf, subjectOf } from './subjects';
import { touch } from './correlationKey';
import type { ConditionFacts, NodeClassFacts } from '../kinds';
import { conditionOf } from '../kinds';

/** A condition of an EC2NodeClass that prevents launches. */
export interface ClassFault {
  condition: ConditionFacts | undefined;
  /**
   * `behind`: written for an older generation, so the condition is out of date.
   */
  how: 'False' | 'Unknown' | 'behind' | 'absent';
  since: number | undefined;
}

/** How long a condition may stay Unknown: Karpenter reconciles every minute. */
const UNKNOWN_MS = 3 * MINUTE;

/**
 * The fault of one condition of a class: False counts at once; Unknown, behind
 * or absent count after 3 minutes. `unsure` when it is not known how long the
 * condition has lasted.
 */
export function classFault(
  ctx: RuleContext,
  nodeClass: NodeClassFacts,
  type: string,
): ClassFault | 'unsure' | undefined {
  const condition = conditionOf(nodeClass, type);
  const how = howBad(condition, nodeClass.generation);
  if (how === undefined) {
    return undefined;
  }
  const key = `nodeclass/${type}/${nodeClass.name}/${how}`;
  if (how === 'False') {
    return { condition, how, since: ctx.heldSince(key, condition?.since) };
  }
  const own =
    how === 'behind'
      ? readyTurned(nodeClass)
      : condition?.since ?? nodeClass.createdAt;
  const lasting = ctx.lasting(key, own, UNKNOWN_MS);
  if (lasting === 'unknown') {
    return 'unsure';
  }
  return lasting === 'yes'
    ? { condition, how, since: ctx.heldSince(key, own) }
    : undefined;
}

/**
 * A condition that is behind keeps its old time, so the time of Ready is used.
 * While Ready is still True, Karpenter has not processed the edit yet, and no
 * field shows since when.
 */
function readyTurned(nodeClass: NodeClassFacts): number | undefined {
  const ready = conditionOf(nodeClass, 'Ready');
  return ready?.status === 'True' ? undefined : ready?.since;
}

function howBad(
  condition: ConditionFacts | undefined,
  generation: number | undefined,
): ClassFault['how'] | undefined {
  if (!condition) {
    return 'absent';
  }
  const { status, observedGeneration } = condition;
  const behind =
    observedGeneration !== undefined &&
    generation !== undefined &&
    observedGeneration < generation;
  if (behind) {
    return 'behind';
  }
  return status === 'True' ? undefined : status;
}

/**
 * Whether a NodePool or a NodeClaim refers to the class. A class without
 * references prevents no launch. When pools or claims cannot be read, a
 * reference may exist.
 */
function isUsed(ctx: RuleContext, { name }: NodeClassFacts): boolean {
  return (
    !ctx.ok('nodepools') ||
    !ctx.ok('nodeclaims') ||
    ctx.index.ownPools().some(({ nodeClass }) => nodeClass.name === name) ||
    ctx.index.ownClaims().some(({ nodeClass }) => nodeClass === name)
  );
}

/** The parts of a rule about one condition of EC2NodeClasses. */
export interface ClassRuleParts
  extends Omit<Rule, 'component' | 'needs' | 'evaluate'> {
  type: string;
  /**
   * The title of the finding, without the name of the class at its beginning.
   */
  says: string;
  /** What to do, for every class or depending on the class. */
  remedy:
    | DraftFinding['remedy']
    | ((ctx: RuleContext, nodeClass: NodeClassFacts) => DraftFinding['remedy']);
  /** Further findings beside the one for the condition. */
  also?(nodeClass: NodeClassFacts, ctx: RuleContext): DraftFinding[];
}

/** A rule that fires while a condition of an EC2NodeClass is not True. */
export function nodeClassRule(parts: ClassRuleParts): Rule {
  const { type, says, remedy, also, ...texts } = parts;
  return {
    ...texts,
    component: 'karpenter',
    needs: ['ec2nodeclasses'],
    details: ['nodepools', 'nodeclaims', ...(texts.details ?? [])],
    evaluate(ctx) {
      const findings: DraftFinding[] = [];
      let unsure = false;
      for (const nodeClass of ctx.items('ec2nodeclasses')) {
        const fault = classFault(ctx, nodeClass, type);
        if (fault === 'unsure') {
          unsure = true;
        } else if (fault) {
          const steps =
            typeof remedy === 'function' ? remedy(ctx, nodeClass) : remedy;
          findings.push(classFinding(ctx, nodeClass, fault, type, says, steps));
        } else if (also) {
          findings.push(...also(nodeClass, ctx));
        }
      }
      return unsure
        ? { findings, unknown: 'needs a second look' }
        : { findings };
    },
  };
}

/** The finding about a class with which no instance can be launched. */
export function classFinding(
  ctx: RuleContext,
  nodeClass: NodeClassFacts,
  { condition, how, since }: ClassFault,
  type: string,
  says: string,
  remedy: DraftFinding['remedy'],
): DraftFinding {
  const used = isUsed(ctx, nodeClass);
  const why =
    how === 'behind'
      ? 'Karpenter could not process the newest spec; its log says why'
      : [condition?.reason, condition?.message].filter(Boolean).join(': ');
  return {
    severity: used ? 'critical' : 'info',
    subject: subjectOf('EC2NodeClass', nodeClass),
    since,
    title: `EC2NodeClass ${nodeClass.name} ${says}${why ? ` (${why})` : ''}${
      used ? '' : '; no NodePool uses it'
    }`,
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
    touches: [
      touch.nodeClass(nodeClass.name),
      touch.waitingPods(),
      // A condition that was never updated may be a fault of the controller.
      ...(how === 'False' ? [] : [touch.component('karpenter')]),
    ],
  };
}
