import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { noConfig } from '../../../model/cilium/ciliumSettings';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { ipamModeMismatchDoc } from './ipamModeMismatchDoc';

const WRITTEN = 5 * MINUTE;
/**
 * Operator images for platforms other than AWS; the image `operator` supports
 * all platforms.
 */
const OTHER_OPERATOR = /operator-(generic|azure|alibabacloud)(?![\w-])/;
const AWS_OPERATOR = /operator-aws(?![\w-])/;

/** D27: configuration, operator and nodes disagree about ENI mode. */
export const ipamModeMismatch: Rule = {
  code: 'cilium/D27',
  id: 'ipam-mode-mismatch',
  component: 'cilium',
  doc: ipamModeMismatchDoc,
  needs: ['configmaps', 'deployments', 'ciliumnodes'],
  evaluate(ctx) {
    const ipam = ctx.index.ciliumConfig()?.ipam;
    if (!ctx.index.ciliumConfig()) {
      return unknown(noConfig);
    }
    return ipam === 'eni' ? wantsEni(ctx) : wantsOther(ctx, ipam);
  },
};

function operatorImage(ctx: RuleContext): string | undefined {
  return ctx.index.ciliumOperator()?.containers[0]?.image;
}

function wantsEni(ctx: RuleContext): RuleResult {
  const image = operatorImage(ctx);
  if (image === undefined) {
    return unknown('the operator was not found');
  }
  if (OTHER_OPERATOR.test(image)) {
    return fire(ctx, `the operator is ${image}`, image);
  }
  const without = ctx.items('ciliumnodes').filter(node => {
    const age = ctx.age(node.createdAt);
    return !node.instanceType && age !== undefined && age >= WRITTEN;
  });
  if (without.length === 0) {
    return pass();
  }
  return fire(
    ctx,
    `${without.length} CiliumNodes have no instance type`,
    image,
    without.map(node => touch.node(node.name)),
  );
}

function wantsOther(ctx: RuleContext, ipam = 'not set'): RuleResult {
  const image = operatorImage(ctx);
  const eniNodes = ctx.items('ciliumnodes').some(node => node.instanceType);
  if (image && AWS_OPERATOR.test(image) && eniNodes) {
    return fire(ctx, `cilium-config says ipam ${ipam}`, image);
  }
  return notApplicable(`IPAM mode is ${ipam}`);
}

function fire(
  ctx: RuleContext,
  text: string,
  image: string,
  nodes: string[] = [],
): RuleResult {
  const operator = ctx.index.ciliumOperator();
  if (!operator) {
    return unknown('the operator was not found');
  }
  const finding: DraftFinding = {
    severity: 'critical',
    subject: subjectOf('Deployment', operator),
    since: ctx.heldSince('ipam-mode'),
    title: `Cilium's parts disagree on ENI mode: ${text}`,
    evidence: [
      evidenceOf(
        'ConfigMap',
        { namespace: operator.namespace, name: 'cilium-config' },
        'data.ipam',
        ctx.index.ciliumConfig()?.ipam,
      ),
      evidenceOf('Deployment', operator, 'containers[0].image', image),
    ],
    remedy: [
      {
        text: 'See in which mode the nodes are: those with an instance type were made for ENI mode',
        command: fixedCommand`kubectl get ciliumnodes -o custom-columns=NAME:.metadata.name,TYPE:.spec.eni.instance-type,POD-CIDRS:.spec.ipam.podCIDRs`,
      },
      {
        text: 'If they were: set eni.enabled=true and ipam.mode=eni in the values of Cilium, and roll out the operator, then the agents. If pods have addresses of another mode: put that mode back; a live cluster cannot change it',
      },
    ],
    touches: [touch.component('cilium'), ...nodes],
  };
  return { findings: [finding] };
}
