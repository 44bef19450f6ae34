import { terraformEffect } from './terraformEffect';

const root = 'terraform/environments/dev/payments-dev/locals.tf';

describe('terraformEffect', () => {
  it.each([
    ['spec.systemNodes.instanceTypes', 'replaces'],
    ['spec.systemNodes.volume.size', 'replaces'],
    ['spec.versions.kubernetes', 'replaces'],
    ['spec.versions.cilium', 'inPlace'],
    ['spec.systemNodes.max', 'inPlace'],
    ['spec.access.adminRoleArns', 'inPlace'],
    ['spec.network.zones', 'unknown'],
    ['spec.iam.roleNamePrefix', 'unknown'],
  ])('%s: %s', (field, state) => {
    expect(terraformEffect([field], [root])).toMatchObject({
      state,
      parts: [{ field, effect: state }],
    });
  });

  it.each([
    ['NodePools', ['platform/overlays/dev/x/karpenter/nodepool-general.yaml']],
    ['documents', ['terraform/README.md', 'clusters/dev/x/cluster.yaml']],
    ['records', ['terraform/modules/.generated.json']],
  ])('does nothing when only %s change', (_, files) => {
    expect(terraformEffect(['spec.anything'], files).state).toBe('nothing');
  });

  it.each([
    ['platform/overlays/dev/x/cilium-values.yaml'],
    ['platform/karpenter/values.yaml'],
    ['terraform/modules/cilium/main.tf'],
  ])('is unknown when %s changes and no known field does', file => {
    expect(terraformEffect([], [file]).state).toBe('unknown');
    expect(terraformEffect(['spec.karpenter.x'], [file]).state).toBe('unknown');
  });

  it('is as bad as the worst part', () => {
    const fields = ['spec.versions.cilium', 'spec.systemNodes.instanceTypes'];
    expect(terraformEffect(fields, [root]).state).toBe('replaces');
    expect(
      terraformEffect([...fields, 'spec.network.zones'], [root]).state,
    ).toBe('unknown');
  });
});
