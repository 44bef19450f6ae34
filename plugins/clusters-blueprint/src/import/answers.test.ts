import { changedCluster } from './__testUtils__/changedCluster';
import { importCluster } from './importCluster';
import { readAnswers } from './readAnswers';

const complete = `
spec:
  network:
    ipamPoolId: null
  cilium:
    networkPolicies: none
  karpenter:
    registryMirrors: []
  addons:
    ebsCsiDriver:
      kmsKeyArn: null
    loadBalancerController:
      version: 3.5.0
  observability:
    serviceMonitors: false
    dashboards: false
  gitops:
    argocd: false
`;

const importWith = (yaml: string, pairs: string[] = []) =>
  importCluster({ ...changedCluster({}), answers: readAnswers(yaml, pairs) });
const open = ({ questions }: { questions: { path: string }[] }) =>
  questions.map(({ path }) => path);

describe('answers', () => {
  it('complete the spec, null where a field is to be absent', () => {
    const found = importWith(complete, ['metadata.description=Old but good']);
    expect([open(found), found.problems]).toEqual([[], []]);
    expect(found.spec?.metadata.description).toBe('Old but good');
    expect(found.spec?.spec.network).not.toHaveProperty('ipamPoolId');
  });

  it('are taken from single pairs before the file', () => {
    const found = importWith(complete, [
      'spec.observability.dashboards=true',
      'spec.karpenter.registryMirrors=[{registry: docker.io, endpoints: [https://m.example.com]}]',
    ]);
    expect(found.spec?.spec.observability?.dashboards).toBe(true);
    expect(found.spec?.spec.karpenter?.registryMirrors).toEqual([
      { registry: 'docker.io', endpoints: ['https://m.example.com'] },
    ]);
  });

  it('lead to further questions', () => {
    expect(open(importWith(complete, ['spec.gitops.argocd=true']))).toEqual([
      'spec.versions.argocd',
      'spec.gitops.handedOver',
    ]);
  });

  it.each([
    ['that nobody fills in', 'spec:\n  gitops:\n', 8],
    [
      'null where the field is needed',
      complete.replace('argocd: false', 'argocd: null'),
      1,
    ],
  ])('%s leave the question open', (_name, yaml, count) => {
    const found = importWith(yaml);
    expect(found.questions).toHaveLength(count);
    expect(found.problems).toEqual([]);
    expect(found.yaml).toBeUndefined();
  });

  it('are no way to change what the facts tell, and are checked, all at once', () => {
    const found = importWith(complete, [
      'spec.region=us-east-1',
      'spec.cilium.networkPolicies=all',
      'spec.addons.loadBalancerController.version=v3',
    ]);
    expect(found.problems.map(({ path }) => path)).toEqual([
      'spec.region',
      'spec.cilium.networkPolicies',
      'spec.addons.loadBalancerController.version',
    ]);
    expect(found.yaml).toBeUndefined();
  });

  it.each([
    ['a: b', [], '"a" is no path of a field'],
    ['- a', [], 'must be a mapping'],
    ['spec: [', [], 'is not valid YAML'],
    ['__proto__: {polluted: true}', [], 'is no path of a field'],
    ['', ['spec.environment'], 'must be <path>=<value>'],
    ['', ['constructor.prototype.x=1'], 'is no path of a field'],
    ['', ['spec.environment=[', 'x=1'], 'spec.environment: '],
    [`spec: ${'['.repeat(40)}`, [], 'is nested deeper'],
  ])('refuse %j %j', (yaml, pairs, message) => {
    expect(() => readAnswers(yaml, pairs)).toThrow(message);
    expect(({} as any).polluted).toBeUndefined();
  });
});
