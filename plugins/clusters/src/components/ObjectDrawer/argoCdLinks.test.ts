import { argoCdLinks } from './argoCdLinks';

const BASE = 'https://argocd.example.com/';
const linksOf = (annotations: Record<string, string>, base?: string) =>
  argoCdLinks(
    {
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Resource' },
      metadata: { name: 'search-dev', annotations },
    },
    base,
  ).map(({ href }) => href);

describe('argoCdLinks', () => {
  it.each([
    [
      { 'argocd/app-name': 'karpenter-a' },
      ['https://argocd.example.com/applications/karpenter-a'],
    ],
    [
      { 'argocd/app-name': 'a', 'argocd/app-namespace': 'team' },
      ['https://argocd.example.com/applications/team/a'],
    ],
    [
      { 'argocd/app-selector': 'cluster=a,tier=x' },
      ['https://argocd.example.com/applications?labels=cluster%3Da%2Ctier%3Dx'],
    ],
    [{ 'argocd/app-name': '../../logout' }, []],
    [{}, []],
  ])('of %j', (annotations, expected) => {
    expect(linksOf(annotations, BASE)).toEqual(expected);
  });

  it('are none without the address of Argo CD', () => {
    const annotations = { 'argocd/app-name': 'a' };
    expect(linksOf(annotations)).toEqual([]);
    expect(linksOf(annotations, 'data:text/html,x')).toEqual([]);
  });
});
