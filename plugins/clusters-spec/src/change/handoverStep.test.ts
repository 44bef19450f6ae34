import { smallSpec } from '@clusterworks/test-support';
import type { ClusterSpec } from '../spec';
import { handoverIssues, handoverStep } from './handoverStep';

const withGitops = (gitops?: ClusterSpec['spec']['gitops']) => {
  const spec = structuredClone(smallSpec) as ClusterSpec;
  return { ...spec, spec: { ...spec.spec, ...(gitops ? { gitops } : {}) } };
};
const plain = withGitops();
const registered = withGitops({ argocd: true });
const handedOver = withGitops({ argocd: true, handedOver: true });

describe('a hand-over', () => {
  it.each([
    [plain, registered, 'register'],
    [registered, handedOver, 'handOver'],
    [plain, handedOver, 'handOver'],
    [handedOver, registered, 'takeBack'],
    [handedOver, plain, 'takeBack'],
    [registered, plain, undefined],
    [handedOver, handedOver, undefined],
    [withGitops({ argocd: false }), plain, undefined],
  ])('has one step at a time (%#)', (before, after, step) => {
    expect(handoverStep(before, after)).toBe(step);
  });

  it.each([
    [registered, handedOver, true, []],
    [registered, handedOver, false, ['status.yaml']],
    [plain, handedOver, true, ['comes after spec.gitops.argocd']],
    [plain, registered, false, []],
    [handedOver, registered, false, []],
  ])('is refused before its time (%#)', (before, after, isApplied, parts) => {
    const issues = handoverIssues(before, after, isApplied);
    expect(issues.map(({ message }) => message)).toEqual(
      parts.map(part => expect.stringContaining(part)),
    );
  });
});
