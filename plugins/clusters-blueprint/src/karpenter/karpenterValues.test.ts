import { parse as parseHcl } from '@cdktf/hcl2json';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readAssets } from '../assets/readAssets';
import { specs } from '../__testUtils__/specs';
import { karpenterValues } from './karpenterValues';

const base = parse(
  readAssets('platform/karpenter')['platform/karpenter/values.yaml'],
);

describe('karpenterValues', () => {
  it('names cluster, queue and region', () => {
    expect(karpenterValues(resolveClusterSpec(specs.argocd))).toEqual({
      settings: {
        clusterName: 'argocd',
        interruptionQueue: 'argocd-karpenter',
      },
      controller: { env: [{ name: 'AWS_REGION', value: 'eu-west-1' }] },
      serviceMonitor: { enabled: true },
    });
  });

  it('asks for one replica when there is a node for only one', () => {
    expect(base.replicas).toBe(2);
    expect(
      karpenterValues(resolveClusterSpec(specs['many-pools'])).replicas,
    ).toBe(1);
  });

  it('is what Terraform installs, so that a hand-over changes nothing', async () => {
    const path = 'terraform/modules/karpenter/main.tf';
    const { locals } = (await parseHcl(
      'main.tf',
      readAssets('terraform/modules/karpenter')[path],
    )) as { locals: Record<string, any>[] };
    const { default_values: defaults, required_values: required } = locals[0];
    const { replicas, ...rest } = base;
    expect(rest).toEqual(defaults);

    const overlay: any = karpenterValues(resolveClusterSpec(specs.minimal));
    const set =
      readAssets('gitops')['gitops/argocd/applicationset-karpenter.yaml'];
    for (const key of Object.keys(required.settings)) {
      expect(key in overlay.settings || set.includes(`${key}: {{`)).toBe(true);
    }
    expect(overlay.controller.env.map((each: any) => each.name)).toEqual(
      required.controller.env.map((each: any) => each.name),
    );
  });
});
