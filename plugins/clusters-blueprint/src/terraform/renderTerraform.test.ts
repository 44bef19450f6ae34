import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import type { TerraformSpecName } from './__testUtils__/terraformSpecs';
import { terraformSpecs } from './__testUtils__/terraformSpecs';
import { renderTerraform } from './renderTerraform';

type Block = Record<string, any>;

const names = Object.keys(terraformSpecs) as TerraformSpecName[];
const render = (name: TerraformSpecName) =>
  renderTerraform(resolveClusterSpec(terraformSpecs[name]));
const rootFile = (name: TerraformSpecName, file: string) => {
  const { metadata, spec } = terraformSpecs[name];
  return render(name)[
    `terraform/environments/${spec.environment}/${metadata.name}/${file}`
  ];
};

/** All blocks of a kind in the files of a folder (not below it). */
async function blocks(
  files: Record<string, string>,
  folder: string,
  kind: string,
): Promise<[name: string, block: Block][]> {
  const found = await Promise.all(
    Object.entries(files)
      .filter(
        ([path]) =>
          path.endsWith('.tf') &&
          path.slice(0, path.lastIndexOf('/')) === folder,
      )
      .map(async ([path, text]) => {
        const parsed: Block = await parse(path, text);
        return Object.entries<Block[]>(parsed[kind] ?? {}).map(
          ([name, [block]]): [string, Block] => [name, block],
        );
      }),
  );
  return found.flat();
}

async function localsOf(name: TerraformSpecName): Promise<Block> {
  const parsed = await parse('locals.tf', rootFile(name, 'locals.tf'));
  return parsed.locals[0];
}

describe('renderTerraform', () => {
  it('gives every cluster the same modules, and no cluster a file of another', () => {
    const all = names.map(render);
    for (const files of all) {
      for (const [path, text] of Object.entries(files)) {
        const others = all.filter(each => path in each);
        expect(others).toHaveLength(
          path.startsWith('terraform/environments/') ? 1 : names.length,
        );
        others.forEach(each => expect(each[path]).toBe(text));
      }
    }
  });

  it('leaves files whose names begin with team_ to the team', () => {
    const paths = names.flatMap(name => Object.keys(render(name)));
    expect(paths.filter(path => path.includes('/team_'))).toEqual([]);
  });

  it('gives the same bytes each time', () => {
    expect(render('Argo CD, every add-on')).toEqual(
      render('Argo CD, every add-on'),
    );
  });

  it('leaves no placeholders, no TODOs and no state', () => {
    for (const [path, text] of names.flatMap(name =>
      Object.entries(render(name)),
    )) {
      expect(path).toMatch(/^terraform\/([\w./-]+\.(tf|hcl)|\.gitignore)$/);
      expect(path).not.toMatch(/lock\.hcl|\.terraform\//);
      expect(text).not.toMatch(/CLUSTER_NAME|REPLACE|TODO|FIXME|<[a-z-]+>/);
      expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    }
  });

  it.each(names)(
    'describes and types every variable and output of %s',
    async name => {
      const files = render(name);
      const folders = new Set(
        Object.keys(files)
          .filter(path => path.endsWith('.tf'))
          .map(path => path.slice(0, path.lastIndexOf('/'))),
      );
      for (const folder of folders) {
        for (const [variable, block] of await blocks(
          files,
          folder,
          'variable',
        )) {
          expect([folder, variable, typeof block.type]).toEqual([
            folder,
            variable,
            'string',
          ]);
          expect(block.description).toMatch(/\S.*\.$/s);
        }
        for (const [, block] of await blocks(files, folder, 'output')) {
          expect(block.description).toMatch(/\S/);
        }
        const base = folder.split('/').slice(-1)[0];
        expect([base, `${folder}/versions.tf` in files]).toEqual([base, true]);
      }
    },
  );

  it('pins registry modules to exact versions', () => {
    const sources = Object.values(render('minimal')).flatMap(text => [
      ...text.matchAll(
        /source\s+=\s+"(terraform-aws-modules\/[^"]+)"\n\s+version\s+=\s+"([^"]+)"/g,
      ),
    ]);
    expect(
      new Set(sources.map(([, source, version]) => `${source} ${version}`)),
    ).toEqual(
      new Set([
        'terraform-aws-modules/vpc/aws 6.6.0',
        'terraform-aws-modules/eks/aws 21.19.0',
        'terraform-aws-modules/eks/aws//modules/eks-managed-node-group 21.19.0',
      ]),
    );
  });

  it('keeps node groups out of the factory, and depends_on out of roots', async () => {
    // With for_each, every output of module.eks waits for the whole module.
    // Node groups in it would make Cilium wait for nodes, which wait for
    // Cilium.
    const files = render('minimal');
    const [, eks] =
      (await blocks(files, 'terraform/modules/cluster_factory', 'module')).find(
        ([name]) => name === 'eks',
      ) ?? [];
    expect(eks).not.toHaveProperty('eks_managed_node_groups');
    expect(Object.keys(eks?.addons)).toEqual(['eks-pod-identity-agent']);
    for (const name of names) {
      for (const file of ['main.tf', 'releases.tf']) {
        expect(rootFile(name, file)).not.toMatch(/depends_on\s*=/);
      }
    }
  });

  it('tags one security group and no subnet of the other kind', () => {
    const factory = Object.entries(render('minimal'))
      .filter(([path]) => path.startsWith('terraform/modules/'))
      .map(([, text]) => text)
      .join('\n');
    expect(factory.match(/"karpenter\.sh\/discovery"/g)).toHaveLength(1);
    expect(factory.match(/local\.discovery_tags\[/g)).toHaveLength(3);
    expect(factory).not.toMatch(/cluster_security_group_tags|\bsystem:masters/);
  });

  it('locks states by a file, one key for each cluster', async () => {
    const keys = await Promise.all(
      names.map(async name => {
        const parsed = await parse('backend.tf', rootFile(name, 'backend.tf'));
        const [backend] = parsed.terraform[0].backend.s3;
        expect(backend).toMatchObject({ encrypt: true, use_lockfile: true });
        return backend.key;
      }),
    );
    expect(new Set(keys).size).toBe(names.length);
    expect(keys[0]).toBe('environments/dev/minimal/terraform.tfstate');
  });

  it.each<[TerraformSpecName, Block]>([
    [
      'minimal',
      {
        allowed_account_ids: null,
        cluster: {
          upgrade_support_type: 'STANDARD',
          deletion_protection: false,
          endpoint_public_access_cidrs: [],
        },
      },
    ],
    [
      'public endpoint, access, tags that need quoting',
      {
        allowed_account_ids: ['123456789012'],
        cluster: {
          nat_gateway_per_zone: true,
          endpoint_public_access_cidrs: ['203.0.113.0/24'],
          portal_role_arn: 'arn:aws:iam::123456789012:role/backstage',
        },
        tags: {
          'team/ü @home': 'a + b: c = d',
          'clusterworks.dev/cluster': 'open-dev',
        },
      },
    ],
    [
      'the smallest network, the longest name',
      {
        // Karpenter 1.15 supports 1.37 too, so EKS may upgrade.
        cluster: {
          kubernetes_version: '1.36',
          upgrade_support_type: 'STANDARD',
          deletion_protection: true,
        },
        system_nodes: {
          ami_type: 'AL2023_ARM_64_STANDARD',
          min_size: 1,
          max_size: 3,
        },
      },
    ],
    // Karpenter 1.1 knows nothing newer than 1.31.
    [
      'the seed profile',
      {
        cluster: {
          karpenter_version: '1.1.1',
          upgrade_support_type: 'EXTENDED',
        },
      },
    ],
    [
      'GovCloud, GuardDuty',
      { cluster: { cluster_tags: { GuardDutyManaged: 'true' } } },
    ],
    ['Argo CD, every add-on', { handed_over: false, cilium_version: '1.19.9' }],
    ['Argo CD, handed over', { handed_over: true }],
  ])('writes what %s says', async (name, expected) => {
    expect(await localsOf(name)).toMatchObject(expected);
  });

  it('names only files that exist beside it', async () => {
    const { cilium_values: cilium, karpenter_values: karpenter } =
      await localsOf('minimal');
    expect([...cilium, ...karpenter]).toEqual([
      '../../../../platform/cilium/values.yaml',
      '../../../../platform/overlays/dev/minimal/cilium-values.yaml',
      '../../../../platform/karpenter/values.yaml',
      '../../../../platform/overlays/dev/minimal/karpenter-values.yaml',
    ]);
  });

  it('adds files only for what the spec asks for', () => {
    const extra = (name: TerraformSpecName) =>
      ['argocd.tf', 'guardduty.tf'].filter(
        file => rootFile(name, file) !== undefined,
      );
    expect(extra('minimal')).toEqual([]);
    expect(extra('GovCloud, GuardDuty')).toEqual(['guardduty.tf']);
    expect(extra('Argo CD, every add-on')).toEqual(['argocd.tf']);
    expect(rootFile('Argo CD, every add-on', 'releases.tf')).not.toContain(
      'handed_over"',
    );
    expect(rootFile('Argo CD, handed over', 'releases.tf')).toContain(
      'modules/cilium/handed_over"',
    );
  });

  it('writes no two tags that IAM takes for one', async () => {
    const { metadata, ...rest } = terraformSpecs.minimal;
    const tags = { 'Managed-By': 'us', 'clusterworks.dev/owner': 'them' };
    const files = renderTerraform(
      resolveClusterSpec({ ...rest, metadata, spec: { ...rest.spec, tags } }),
    );
    const text = files['terraform/environments/dev/minimal/locals.tf'];
    const written = (await parse('locals.tf', text)).locals[0].tags;
    expect(Object.keys(written).sort()).toEqual([
      'Managed-By',
      'clusterworks.dev/cluster',
      'clusterworks.dev/environment',
      'clusterworks.dev/owner',
    ]);
    expect(written).toMatchObject(tags);
  });

  it('writes any tag so that it reads back', async () => {
    const tag = fc.stringMatching(/^[A-Za-z0-9 _.:/=+\-@]{1,40}$/);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(tag, tag, { maxKeys: 5 }), async tags => {
        fc.pre(!Object.keys(tags).some(key => /^aws:/i.test(key)));
        const { metadata, ...rest } = terraformSpecs.minimal;
        const files = renderTerraform(
          resolveClusterSpec({
            ...rest,
            metadata,
            spec: { ...rest.spec, tags },
          }),
        );
        const text = files['terraform/environments/dev/minimal/locals.tf'];
        const parsed = await parse('locals.tf', text);
        expect(parsed.locals[0].tags).toMatchObject(tags);
      }),
      { numRuns: 30 },
    );
  });
});
