import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { parse } from 'yaml';
import { parseEksSources } from './eks/eksSources';
import { checkApiServer } from './processor/checkApiServer';

const root = path.resolve(__dirname, '..', '..', '..');
const guide = readFileSync(
  path.join(root, 'docs', 'operate', 'existing-clusters.md'),
  'utf8',
);

/** The code block of the guide with a title. */
function block(title: string): string {
  const found = [
    ...guide.matchAll(/^```\w+ title="([^"]+)"\n([^]*?)^```$/gm),
  ].filter(([, name]) => name === title);
  expect({ title, blocks: found.length }).toEqual({ title, blocks: 1 });
  return found[0][2];
}

describe('docs/operate/existing-clusters.md', () => {
  it.each([
    "policy of the portal's role",
    'trust of the role in each account',
    "policy of the portal's role for other accounts",
  ])('has a %s that is a valid IAM policy', title => {
    const policy = JSON.parse(block(title));
    expect(policy.Version).toBe('2012-10-17');
    for (const statement of policy.Statement) {
      expect(statement).toMatchObject({ Effect: 'Allow' });
      for (const action of [statement.Action].flat()) {
        expect(action).toMatch(/^(eks|ec2|sts):[A-Z]\w+$/);
      }
    }
  });

  it('allows the requests of discovery, and no others', () => {
    const reads = readFileSync(
      path.join(__dirname, 'eks', 'EksRegion.ts'),
      'utf8',
    );
    const asked = [...reads.matchAll(/new (\w+)Command\(/g)]
      .map(([, name]) => name)
      // AWS allows this action to every identity without a permission.
      .filter(name => name !== 'GetCallerIdentity');
    const [{ Action }] = JSON.parse(
      block("policy of the portal's role"),
    ).Statement;
    const allowed = Action.map((action: string) => action.split(':')[1]);
    expect(allowed.sort()).toEqual(asked.sort());
  });

  it('has a valid configuration of discovery', () => {
    const { clusters } = parse(block('app-config.yaml, discovery'));
    const sources = parseEksSources(clusters.catalog.eks);
    expect(sources.map(({ accountId }) => accountId)).toEqual([
      '111122223333',
      '444455556666',
    ]);
  });

  it('has an entity that the catalog and the guard accept', async () => {
    const entity: Entity = parse(block('catalog-info.yaml'));
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const taken = await policy.enforce(entity);
    expect(taken?.metadata.namespace).toBe('default');
    expect(() =>
      checkApiServer(entity, ApiServerGuard.fromConfig(new ConfigReader({}))),
    ).not.toThrow();
  });
});
