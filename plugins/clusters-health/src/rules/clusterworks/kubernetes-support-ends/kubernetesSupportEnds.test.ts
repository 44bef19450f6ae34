import { kubernetesLines } from '@clusterworks/plugin-clusters-spec';
import { DAY } from '../../../model/durations';
import { RuleContext } from '../../../rule/RuleContext';
import { describeRule } from '../../../testing/describeRule';
import { healthyWorld, snapshotOf } from '../../../testing/world';
import { kubernetesSupportEnds } from './kubernetesSupportEnds';

const line = kubernetesLines[kubernetesLines.length - 2];
const eks = `v${line.minor}.4-eks-1a2b3c4`;
const standard = Date.parse(line.standardUntil);
const extended = Date.parse(line.extendedUntil);

describeRule(kubernetesSupportEnds, [
  {
    name: 'does not apply to a cluster that AWS does not upgrade',
    serverVersion: 'v1.28.1',
    state: 'notApplicable',
  },
  {
    name: 'is unknown for a version that is not in the calendar',
    serverVersion: 'v1.99.0-eks-1a2b3c4',
    state: 'unknown',
    says: '1.99 is not known',
  },
  {
    name: 'is unknown without a version',
    serverVersion: '',
    state: 'unknown',
  },
]);

describe('the end of support', () => {
  it.each<[string, number, string | undefined]>([
    ['more than 90 days ahead', standard - 90 * DAY - 1, undefined],
    ['90 days ahead', standard - 90 * DAY, 'ends on'],
    ['of standard support has come', standard, 'ended on'],
    ['of extended support is far', extended - 30 * DAY - 1, 'ended on'],
    ['of extended support is 30 days ahead', extended - 30 * DAY, 'by itself'],
    ['of extended support is over', extended + DAY, 'by itself'],
  ])('%s', (_, now, says) => {
    const snapshot = snapshotOf(healthyWorld(), {}, eks);
    const ctx = new RuleContext(snapshot, now, undefined);
    const { findings } = kubernetesSupportEnds.evaluate(ctx);
    expect(findings.map(({ severity }) => severity)).toEqual(
      says === undefined ? [] : ['info'],
    );
    expect(findings[0]?.title ?? '').toContain(says ?? '');
  });
});
