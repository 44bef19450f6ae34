import { renderCluster } from '../renderCluster';
import { specs } from '../__testUtils__/specs';
import { pathsOfRemoval, planRemoval } from './planRemoval';

const cluster = { environment: 'dev', name: 'minimal' };
const record = 'clusters/dev/minimal/.generated.json';
const root = 'terraform/environments/dev/minimal';
const files: Record<string, string> = {
  ...renderCluster(specs.minimal).files,
  ...renderCluster(specs.argocd).files,
  'clusters/dev/minimal/status.yaml': 'apiVersion: x\n',
  [`${root}/.terraform.lock.hcl`]: '# lock\n',
};

function plan(edited: Record<string, string> = {}) {
  const all: Record<string, string> = { ...files, ...edited };
  const needed = pathsOfRemoval(cluster, all[record]);
  return planRemoval(
    cluster,
    Object.keys(all),
    Object.fromEntries(
      needed.flatMap(path => (path in all ? [[path, all[path]]] : [])),
    ),
  );
}

describe('planRemoval', () => {
  it('takes out all that was generated for the cluster, and nothing else', () => {
    const { conflicts, delete: gone, write } = plan();
    expect([conflicts, write]).toEqual([[], {}]);
    expect(gone).toEqual(
      Object.keys(files)
        .filter(path => path.includes('/dev/minimal/'))
        .sort(),
    );
    expect(gone).toContain(`${root}/.terraform.lock.hcl`);
  });

  it('names each file that a person made or edited', () => {
    const { conflicts, delete: gone } = plan({
      [`${root}/main.tf`]: '# mine\n',
      [`${root}/team_dns.tf`]: '',
      [`${root}/terraform.tfvars`]: 'x = 1\n',
    });
    expect(
      conflicts.map(({ path, reason }) => [path, reason.slice(0, 15)]),
    ).toEqual([
      [`${root}/main.tf`, 'was edited by h'],
      [`${root}/team_dns.tf`, 'was made by han'],
      [`${root}/terraform.tfvars`, 'was made by han'],
    ]);
    expect(gone).not.toContain(`${root}/main.tf`);
  });

  it('takes the word of a record for files of its own cluster only', () => {
    const foreign = 'clusters/dev/argocd/cluster.yaml';
    const { delete: gone } = plan({
      [record]: files[record].replace(
        '"files": {',
        `"files": {"${foreign}": "${'0'.repeat(64)}",`,
      ),
    });
    expect(gone).not.toContain(foreign);
    expect(pathsOfRemoval(cluster, 'not JSON')).toHaveLength(4);
  });

  it('calls all files those of people when the record is gone', () => {
    const { [record]: _, ...others } = files;
    const left = planRemoval(cluster, Object.keys(others), others);
    expect(left.delete).toEqual([
      'clusters/dev/minimal/cluster.yaml',
      'clusters/dev/minimal/status.yaml',
      `${root}/.terraform.lock.hcl`,
    ]);
    expect(left.conflicts.length).toBeGreaterThan(10);
  });
});
