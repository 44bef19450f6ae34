import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { RuleContext } from '../../../rule/RuleContext';
import {
  rolloutTrouble,
  type RolloutTrouble,
} from '../../../rule/rolloutFinding';
import { conditionOf, type WorkloadFacts } from '../../../kinds';
import { isOverdue, isRolling } from '../../../model/rollout';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { controllerDownDoc } from './controllerDownDoc';

/**
 * During a rollout, one replica after the other is unavailable for a short
 * time.
 */
const ROLLOUT = 5 * MINUTE;

/** C1: the controller's Deployment has too few available replicas. */
export const controllerDown: Rule = {
  code: 'karpenter/C1',
  id: 'controller-down',
  component: 'karpenter',
  doc: controllerDownDoc,
  needs: ['deployments'],
  uses: ['nodepools', 'pods', 'events'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller) {
      return ctx.state('nodepools') === 'notInstalled'
        ? notApplicable('Karpenter is not installed')
        : unknown('no Deployment of Karpenter was found');
    }
    return judge(ctx, controller);
  },
};

function judge(ctx: RuleContext, controller: WorkloadFacts): RuleResult {
  const { desired = 1, available } = controller;
  const rolling = isRolling(controller) || isOverdue(controller);
  const enough = desired > 0 && available >= desired;
  if (enough && !rolling) {
    return pass();
  }
  const trouble = rolloutTrouble(ctx, 'Deployment', controller);
  if (enough) {
    return trouble?.certain
      ? { findings: [stuckRollout(ctx, controller, trouble)] }
      : pass();
  }
  const age = ctx.age(controller.createdAt);
  if (
    available === 0 &&
    !trouble?.certain &&
    age !== undefined &&
    age < ROLLOUT
  ) {
    return unknown('Karpenter was installed a moment ago');
  }
  if (available > 0 && rolling && !trouble?.certain) {
    // One assessment cannot distinguish a hanging rollout from one in progress.
    const lasting = ctx.lasting('controller-rollout', undefined, ROLLOUT);
    if (lasting === 'unknown') {
      return unknown('needs a second look');
    }
    if (lasting === 'notYet') {
      return pass();
    }
  }
  return { findings: [missing(ctx, controller, trouble)] };
}

/** The old version still serves, but the new version does not start. */
function stuckRollout(
  ctx: RuleContext,
  controller: WorkloadFacts,
  trouble: RolloutTrouble,
): DraftFinding {
  const { desired = 1, updated } = controller;
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', controller),
    since: ctx.heldSince('controller-rollout-stuck', trouble.since),
    title: `The rollout of Karpenter does not go on: ${trouble.because}`,
    evidence: [
      evidenceOf(
        'Deployment',
        controller,
        'status.updatedReplicas',
        `${updated} of ${desired}`,
      ),
      ...trouble.evidence,
    ],
    remedy: trouble.remedy,
    touches: [touch.component('karpenter')],
  };
}

function missing(
  ctx: RuleContext,
  controller: WorkloadFacts,
  trouble: RolloutTrouble | undefined,
): DraftFinding {
  const { desired = 1, available } = controller;
  const down = available === 0;
  const unavailable = conditionOf(controller, 'Available');
  const own = unavailable?.status === 'False' ? unavailable.since : undefined;
  const because = trouble?.because ?? (down ? sayNone(desired) : undefined);
  const text = down
    ? 'Karpenter is down'
    : `Karpenter has ${available} of ${desired} replicas`;
  return {
    severity: down ? 'critical' : 'warning',
    subject: subjectOf('Deployment', controller),
    since: ctx.heldSince(`controller-down/${down}`, own),
    title: because ? `${text}: ${because}` : text,
    evidence: [
      evidenceOf('Deployment', controller, 'spec.replicas', desired),
      evidenceOf(
        'Deployment',
        controller,
        'status.availableReplicas',
        available,
      ),
      ...(trouble?.evidence ?? []),
    ],
    remedy: trouble?.remedy ?? missingRemedy(controller),
    touches: [touch.component('karpenter'), ...(trouble?.touches ?? [])],
  };
}

function sayNone(desired: number): string {
  return desired === 0
    ? 'it is scaled to zero'
    : 'no replica of the controller is available';
}

function missingRemedy({
  namespace,
  name,
  desired,
}: WorkloadFacts): DraftFinding['remedy'] {
  if (desired === 0) {
    return [
      {
        text: 'See who or what set it to zero, and whether it will do so again',
        command: shellCommand`kubectl -n ${namespace} describe deployment ${name}`,
      },
      {
        text: 'Then scale it to two replicas again: Karpenter launches nodes for pods that wait, and goes on with replacing and removing others as budgets allow',
        command: shellCommand`kubectl -n ${namespace} scale deployment ${name} --replicas=2`,
      },
    ];
  }
  return [
    {
      text: 'See why the pods do not run',
      command: shellCommand`kubectl -n ${namespace} describe pods -l app.kubernetes.io/name=karpenter`,
    },
    {
      text: 'A replica that stays Pending needs one more node outside of Karpenter, in another zone',
    },
  ];
}
