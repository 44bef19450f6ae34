/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { behavingModules } from './__testUtils__/behavingModules';
import {
  itWithTerraform,
  rootOf,
  TemporaryRepository,
  terraformMissing,
} from './__testUtils__/terraformRig';
import { terraformSpecs } from './__testUtils__/terraformSpecs';

const note = terraformMissing ? ` (${terraformMissing})` : '';
const spec = terraformSpecs['Argo CD, every add-on'];
const handedOver = {
  ...spec,
  spec: { ...spec.spec, gitops: { argocd: true, handedOver: true } },
};

const variables = [
  '-var=argocd_hub={cluster_name="hub",region="eu-west-1",management_role_arn="arn:aws:iam::123456789012:role/argocd"}',
  '-var=platform_repository={url="https://git.example.com/platform"}',
];
const fromOutside = '-var=bootstrap_cidrs=["203.0.113.7/32"]';

// In the rig's simulated account nodes become Ready only with a network,
// add-ons and pods only on Ready nodes, and the API answers only to those who
// have an access entry and can reach the endpoint.
describe(`a cluster from nothing${note}`, () => {
  const repository = new TemporaryRepository();
  const root = rootOf(spec);
  const world = join(repository.path, 'world');
  let modules: string | undefined;

  const run = (command: string, args: string[], more = {}) =>
    repository.terraform(
      root,
      [command, '-no-color', '-input=false', ...args],
      { TFRIG_WORLD: world, TFRIG_MODULES: modules ?? '', ...more },
    );
  const events = () =>
    readFileSync(join(world, 'events.log'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(' ').slice(1).join(' '));

  beforeAll(async () => {
    if (terraformMissing) {
      return;
    }
    await repository.terraform('.', ['version']);
    modules = behavingModules();
    mkdirSync(world);
    repository.render(spec);
    repository.write(
      `${root}/backend_override.tf`,
      'terraform {\n  backend "local" {}\n}\n',
    );
    await run('init', []);
  });
  afterAll(() => {
    repository.remove();
    if (modules) {
      rmSync(modules, { recursive: true, force: true });
    }
  });

  itWithTerraform(
    'needs a way to the private endpoint, and says so',
    async () => {
      await expect(
        run('apply', ['-auto-approve', ...variables]),
      ).rejects.toThrow(/endpoint of argo is private only/);
    },
  );

  itWithTerraform('is there after one apply, network first', async () => {
    await run('destroy', ['-auto-approve', ...variables]);
    rmSync(join(world, 'events.log'));
    const output = await run('apply', [
      '-auto-approve',
      ...variables,
      fromOutside,
    ]);
    expect(output).toContain('Apply complete!');
    const seen = events();
    const first = (event: string) => seen.indexOf(event);
    // These two may come in either order, but both come before Cilium.
    for (const event of ['admin argo', 'addon argo eks-pod-identity-agent']) {
      expect(first(event)).toBeGreaterThan(first('cluster argo'));
      expect(first(event)).toBeLessThan(first('helm argo cilium wait=false'));
    }
    // Add-ons need DNS and nodes, and may come in any order.
    const isAddon = (event: string) =>
      /-controller|-server|-manager|-csi-driver|-dns/.test(event);
    const addons = seen.filter(isAddon);
    expect(addons.map(event => event.split(' ')[2]).sort()).toEqual([
      'aws-ebs-csi-driver',
      'aws-load-balancer-controller',
      'aws-load-balancer-controller',
      'cert-manager',
      'external-dns',
      'metrics-server',
      'snapshot-controller',
    ]);
    for (const event of addons) {
      expect(first(event)).toBeGreaterThan(first('addon argo coredns'));
    }
    expect(
      seen
        .filter(event => !/^admin|eks-pod-identity-agent$/.test(event))
        .filter(event => !isAddon(event))
        .map(event => event.split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      'cluster argo',
      'helm argo cilium',
      'helm-done argo cilium',
      'nodes-joined argo system',
      'nodes-ready argo',
      'addon argo coredns',
      'helm argo karpenter-crd',
      'helm-done argo karpenter-crd',
      'helm argo karpenter',
      'helm-done argo karpenter',
    ]);
  });

  itWithTerraform(
    'has nothing to do in a second plan, nor from inside once it is closed',
    async () => {
      const plan = ['-detailed-exitcode', ...variables];
      await run('plan', [...plan, fromOutside]);
      const inside = { TFRIG_INSIDE_VPC: '1' };
      await run('apply', ['-auto-approve', ...variables], inside);
      await run('plan', plan, inside);
    },
  );

  itWithTerraform(
    'hands its releases over without uninstalling them, and is removed',
    async () => {
      repository.render(handedOver);
      await run('init', []);
      const inside = { TFRIG_INSIDE_VPC: '1' };
      const plan = await run('plan', variables, inside);
      for (const release of [
        'module.cilium.helm_release.cilium',
        'module.karpenter.helm_release.karpenter_crd',
        'module.karpenter.helm_release.karpenter',
      ]) {
        expect(plan).toContain(
          `${release} will no longer be managed by Terraform, but will not be destroyed`,
        );
      }
      expect(plan).toContain(
        '"clusterworks.dev/gitops"        = "false" -> "true"',
      );
      expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
      await run('apply', ['-auto-approve', ...variables], inside);
      await run('plan', ['-detailed-exitcode', ...variables], inside);
      expect(await run('destroy', ['-auto-approve', ...variables])).toContain(
        'Destroy complete!',
      );
    },
  );
});
