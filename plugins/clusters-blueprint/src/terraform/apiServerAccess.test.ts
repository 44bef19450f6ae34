/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
import { rmSync } from 'node:fs';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { behavingModules } from './__testUtils__/behavingModules';
import {
  itWithTerraform,
  TemporaryRepository,
  terraformMissing,
} from './__testUtils__/terraformRig';
import { hclValue } from './hclValue';
import { renderSharedTerraform } from './renderTerraform';
import { rootLocals } from './rootLocals';

type PlannedModule = {
  address?: string;
  resources?: { address: string; type: string; values: Record<string, any> }[];
  child_modules?: PlannedModule[];
};

type Plan = { planned_values: { root_module: PlannedModule } };

const note = terraformMissing ? ` (${terraformMissing})` : '';
const elsewhere = '10.200.0.0/16';

/** Every golden spec, and one that sets `privateCidrs`. */
const clusters = {
  ...Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      resolveClusterSpec(spec),
    ]),
  ),
  'over-vpn': resolveClusterSpec({
    ...specs.minimal,
    metadata: { ...specs.minimal.metadata, name: 'over-vpn' },
    spec: {
      ...specs.minimal.spec,
      network: {
        vpcCidr: '10.77.0.0/16',
        endpoint: { privateCidrs: [elsewhere, '10.77.0.0/16', elsewhere] },
      },
    },
  }),
};

function resourcesOf(
  module: PlannedModule,
): NonNullable<PlannedModule['resources']> {
  return [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap(resourcesOf),
  ];
}

/** Sources that the security group of each control plane allows on port 443. */
function whoReachesTheApi(plan: Plan): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { address, type, values } of resourcesOf(
    plan.planned_values.root_module,
  )) {
    const key =
      /module\.eks\["([^"]+)"\]\.aws_security_group_rule\.cluster/.exec(
        address,
      )?.[1];
    if (
      type === 'aws_security_group_rule' &&
      key &&
      values.type === 'ingress' &&
      values.from_port <= 443 &&
      values.to_port >= 443
    ) {
      found[key] = [
        ...(found[key] ?? []),
        ...(values.cidr_blocks ?? ['the node group']),
      ].sort();
    }
  }
  return found;
}

/** Clusters whose nodes may send each other what is no IP. */
function whoseAdaptersTalk(plan: Plan): string[] {
  return resourcesOf(plan.planned_values.root_module).flatMap(
    ({ address, values }) => {
      const key =
        /module\.eks\["([^"]+)"\]\.aws_security_group_rule\.node/.exec(
          address,
        )?.[1];
      return key &&
        values.type === 'egress' &&
        values.self &&
        values.protocol === '-1'
        ? [key]
        : [];
    },
  );
}

describe(`who reaches the API server${note}`, () => {
  const repository = new TemporaryRepository();
  let modules: string | undefined;

  beforeAll(async () => {
    if (terraformMissing) {
      return;
    }
    await repository.terraform('.', ['version']);
    modules = behavingModules();
    for (const [path, text] of Object.entries(renderSharedTerraform())) {
      repository.write(path, text);
    }
    const entries = Object.fromEntries(
      Object.entries(clusters).map(([name, resolved]) => [
        name,
        rootLocals(resolved).cluster,
      ]),
    );
    repository.write(
      'terraform/all/main.tf',
      `provider "aws" {
  region = "eu-west-1"
}

module "cluster_factory" {
  source   = "../modules/cluster_factory"
  clusters = ${hclValue(entries, '  ')}
}
`,
    );
  });
  afterAll(() => {
    repository.remove();
    if (modules) {
      rmSync(modules, { recursive: true, force: true });
    }
  });

  itWithTerraform(
    'is what the plan of every cluster says: its nodes, and the ranges that it names',
    async () => {
      const run = (...args: string[]) =>
        repository.terraform('terraform/all', args, {
          TFRIG_MODULES: modules ?? '',
        });
      await run('init', '-input=false');
      await run('plan', '-input=false', '-out=tfplan');
      const plan = JSON.parse(await run('show', '-json', 'tfplan'));
      const reached = whoReachesTheApi(plan);
      expect(whoseAdaptersTalk(plan)).toEqual(['efa']);
      expect(reached).toEqual(
        Object.fromEntries(
          Object.entries(clusters).map(([name, { spec }]) => [
            name,
            [
              ...new Set([
                'the node group',
                ...spec.network.endpoint.privateCidrs,
              ]),
            ].sort(),
          ]),
        ),
      );
      // By default the whole VPC, and only the VPC.
      expect(reached.minimal).toEqual(['10.0.0.0/16', 'the node group']);
      expect(reached.gov).toEqual([
        '100.64.0.0/16',
        '192.168.0.0/16',
        'the node group',
      ]);
      expect(reached['over-vpn']).toEqual([
        elsewhere,
        '10.77.0.0/16',
        'the node group',
      ]);
    },
  );
});
