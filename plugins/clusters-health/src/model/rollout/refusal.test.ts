import { refusalOf } from './refusal';

describe('refusalOf', () => {
  it.each([
    [
      'pods "k-1" is forbidden: exceeded quota: team, requested: limits.memory=1Gi, used: limits.memory=8Gi, limited: limits.memory=8Gi',
      'ResourceQuota team of its namespace is used up',
    ],
    [
      'pods "k-1" is forbidden: failed quota: team: must specify limits.cpu,limits.memory',
      'ResourceQuota team demands that its pods specify limits.cpu,limits.memory',
    ],
    [
      'Internal error occurred: failed calling webhook "mutate.policy.example": failed to call webhook: Post "https://x": no endpoints available',
      'admission webhook mutate.policy.example does not answer',
    ],
    [
      'admission webhook "validate.policy.example" denied the request: image is not signed',
      'admission webhook validate.policy.example denies its pods',
    ],
    [
      'pods "k-1" is forbidden: error looking up service account karpenter/karpenter: serviceaccount "karpenter" not found',
      'ServiceAccount karpenter/karpenter does not exist',
    ],
    [
      'pods "cilium-x" is forbidden: violates PodSecurity "restricted:latest": host namespaces',
      'Pod Security restricted:latest',
    ],
    [
      'pods "k-1" is forbidden: no PriorityClass with name urgent was found',
      'PriorityClass urgent does not exist',
    ],
    [
      'pods "k-1" is forbidden: maximum memory usage per Container is 512Mi, but limit is 1Gi',
      'LimitRange of its namespace forbids its memory (maximum)',
    ],
    ['something new', 'something new'],
  ])('%s', (message, says) => {
    const { text, remedy } = refusalOf(message, 'karpenter');
    expect(text).toContain(says);
    expect(remedy[0].command).toBeDefined();
    expect(remedy.length).toBeGreaterThan(1);
  });

  it('cuts a long message, and says when the message is empty', () => {
    expect(refusalOf('x'.repeat(500), 'a').text).toHaveLength(161);
    expect(refusalOf('', 'a').text).toBe('no reason given');
  });
});
