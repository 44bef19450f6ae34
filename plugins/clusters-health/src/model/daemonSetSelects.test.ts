import type {
  NodeExpressionFacts,
  TaintFacts,
  TolerationFacts,
} from '../kinds';
import type { LabelValue, Placement } from './daemonSetSelects';
import { daemonSetSelects } from './daemonSetSelects';

const labels: Record<string, LabelValue> = {
  os: { value: 'linux' },
  size: { value: '8' },
  zone: { unknown: true },
};
const taint = (key: string, effect = 'NoSchedule'): TaintFacts => ({
  key,
  effect,
});
const select = (placement: Partial<Placement>, taints: TaintFacts[] = []) =>
  daemonSetSelects(
    { nodeSelector: {}, tolerations: [], ...placement },
    { name: 'a', label: key => labels[key] ?? { absent: true }, taints },
  );
const expression = (
  key: string,
  operator: string,
  ...values: string[]
): NodeExpressionFacts => ({ key, operator, values });
const term = (...all: NodeExpressionFacts[]) => ({ labels: all, fields: [] });

describe('daemonSetSelects', () => {
  it.each([
    ['no condition', {}, 'yes'],
    ['its label', { nodeSelector: { os: 'linux' } }, 'yes'],
    ['another value', { nodeSelector: { os: 'windows' } }, 'no'],
    ['a label that is not there', { nodeSelector: { gpu: 'true' } }, 'no'],
    ['a label that is not known', { nodeSelector: { zone: 'a' } }, 'unknown'],
    [
      'a label that is not known beside one that differs',
      { nodeSelector: { zone: 'a', os: 'windows' } },
      'no',
    ],
    ['an affinity without terms', { nodeTerms: [] }, 'no'],
    ['a term without expressions', { nodeTerms: [term()] }, 'no'],
    [
      'one term of two',
      {
        nodeTerms: [
          term(expression('os', 'In', 'windows')),
          term(expression('os', 'In', 'linux', 'bsd')),
        ],
      },
      'yes',
    ],
    [
      'NotIn of a label that is not there',
      { nodeTerms: [term(expression('compute', 'NotIn', 'auto'))] },
      'yes',
    ],
    ['NotIn', { nodeTerms: [term(expression('os', 'NotIn', 'linux'))] }, 'no'],
    ['Exists', { nodeTerms: [term(expression('os', 'Exists'))] }, 'yes'],
    [
      'DoesNotExist',
      { nodeTerms: [term(expression('os', 'DoesNotExist'))] },
      'no',
    ],
    ['Gt', { nodeTerms: [term(expression('size', 'Gt', '7'))] }, 'yes'],
    ['Lt', { nodeTerms: [term(expression('size', 'Lt', '8'))] }, 'no'],
    [
      'an operator of a later version',
      { nodeTerms: [term(expression('os', 'Near', 'x'))] },
      'unknown',
    ],
    [
      'its name by field',
      {
        nodeTerms: [
          { labels: [], fields: [expression('metadata.name', 'In', 'a')] },
        ],
      },
      'yes',
    ],
  ] as [string, Partial<Placement>, string][])('%s', (_, placement, is) => {
    expect(select(placement)).toBe(is);
  });

  it.each([
    ['a taint', [], [taint('gpu')], 'no'],
    ['a preference', [], [taint('gpu', 'PreferNoSchedule')], 'yes'],
    ['everything', [{ operator: 'Exists' }], [taint('gpu')], 'yes'],
    [
      'what every DaemonSet tolerates',
      [],
      [taint('node.kubernetes.io/not-ready', 'NoExecute')],
      'yes',
    ],
  ] as [string, TolerationFacts[], TaintFacts[], string][])(
    'tolerates %s: %#',
    (_, tolerations, taints, is) => {
      expect(select({ tolerations }, taints)).toBe(is);
    },
  );
});
