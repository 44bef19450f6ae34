import { supportEndOf } from './supportEndOf';

describe('supportEndOf', () => {
  it.each([
    ['kubernetes', '1.35.4', '2027-03-27'],
    ['kubernetes', '1.34', '2026-12-02'],
    ['kubernetes', '1.3', undefined],
    ['kubernetes', 'latest', undefined],
    ['kubernetes', undefined, undefined],
    ['karpenter', '1.14.3', undefined],
    ['cilium', '1.17.18', '2026-07-29'],
    ['cilium', '1.18.14', undefined],
    ['cilium', '0.1.0', undefined],
  ] as const)('of %s %s is %s', (component, version, end) => {
    expect(supportEndOf(component, version)).toBe(end);
  });
});
