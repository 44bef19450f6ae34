import {
  type BlastRadius,
  type DriftCause,
  joinMarkdown,
  markdown,
  type Markdown,
  markdownCode,
  type Measure,
} from '@clusterworks/plugin-clusters-common';
import { sayDuration } from '@clusterworks/plugin-clusters-health';
import { boundMarks, listOf, sayMeasure } from './measureText';

const MOST_HELD = 20;

const terraformWords = {
  nothing: 'nothing, no file that it reads changes',
  inPlace: 'changes in place, replaces nothing that is known',
  replaces: 'replaces parts',
  unknown: 'unknown, see the plan',
};

const addressWords = {
  fits: 'enough room as far as it is seen',
  short: 'NOT ENOUGH ROOM in the subnets',
  unknown: 'unknown',
  notNeeded: 'none needed',
};

/**
 * What a change does to the nodes that run now, for the people who review its
 * pull request.
 *
 * @param radius - or the reason why it is not known
 */
export function blastRadiusText(
  radius: BlastRadius | { unknown: string },
): Markdown[] {
  const title = markdown`### ${'What happens to running nodes'}`;
  if ('unknown' in radius) {
    return [title, markdown`Unknown: ${radius.unknown}`];
  }
  const { nodes, pods, heldTotal, addresses } = radius;
  const room =
    addresses.state === 'notNeeded'
      ? markdown`${addressWords.notNeeded}`
      : markdown`${
          addressWords[addresses.state]
        } (nodes that start first: ${sayMeasure(
          addresses.needed,
        )}, room for: ${sayMeasure(addresses.room)})`;
  return [
    title,
    listOf([
      markdown`Nodes that Karpenter replaces: **${sayMeasure(nodes)}**`,
      ...radius.causes.map(causeLine),
      markdown`Pods on them: ${sayMeasure(pods)}`,
      markdown`Pods that hold their node: ${sayMeasure(heldTotal)}`,
      ...radius.held
        .slice(0, MOST_HELD)
        .map(
          ({ pod, node, by, why }) =>
            markdown`${markdownCode(pod)} on ${markdownCode(node)}: ${
              by ? `${why} ${by}` : why
            }`,
        ),
      markdown`Time at the budgets of now: ${sayTime(radius.seconds)}`,
      markdown`Addresses: ${room}`,
      ...radius.removedPools.map(
        ({ name, nodes: left }) =>
          markdown`NodePool ${markdownCode(
            name,
          )} leaves git; it and its nodes (${sayMeasure(
            left,
          )}) stay until somebody deletes it`,
      ),
      ...radius.behaviour.map(
        ({ object, field }) =>
          markdown`${markdownCode(object)} ${markdownCode(
            field,
          )}: replaces no node`,
      ),
      ...freezeLines(radius.freeze),
      markdown`Terraform: ${terraformWords[radius.terraform.state]}`,
      ...radius.terraform.parts.map(
        ({ field, effect, what }) =>
          markdown`${markdownCode(field)}: ${effect}, ${what}`,
      ),
    ]),
    markdown`${
      radius.observedAt
        ? `Computed from the running cluster at ${radius.observedAt}.`
        : 'The cluster was not observed.'
    }`,
  ];
}

function freezeLines(freeze: BlastRadius['freeze']): Markdown[] {
  if (!freeze) {
    return [];
  }
  return [
    markdown`Disruption is frozen; it should end at ${markdownCode(
      freeze.until,
    )}, with another pull request. Interrupted and repaired nodes leave all the same, and so do nodes that expire before: ${sayMeasure(
      freeze.expiringTotal,
    )}`,
    ...freeze.expiring
      .slice(0, MOST_HELD)
      .map(
        ({ node, at }) =>
          markdown`${markdownCode(node)} expires at ${markdownCode(at)}`,
      ),
  ];
}

function causeLine({ reason, object, fields, nodes, ...open }: DriftCause) {
  const may =
    open.undecided > 0
      ? markdown`; open for ${open.undecided}: ${open.why ?? ''}`
      : markdown`${''}`;
  return markdown`${reason} by ${markdownCode(object)} (${joinMarkdown(
    fields.map(markdownCode),
    ', ',
  )}): ${sayMeasure(nodes)}${may}`;
}

function sayTime(measure: Measure): string {
  if (measure.certainty === 'unknown') {
    return sayMeasure(measure);
  }
  return measure.value === 0
    ? 'none'
    : `${boundMarks[measure.certainty]}${sayDuration(measure.value * 1000)}`;
}
