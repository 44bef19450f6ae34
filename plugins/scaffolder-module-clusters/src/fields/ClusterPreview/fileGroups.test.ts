import { baseName, byFolder, languageOf, splitShared } from './fileGroups';

const files = [
  'terraform/environments/dev/payments/main.tf',
  'clusters/dev/payments/cluster.yaml',
  'clusters/dev/payments-two/cluster.yaml',
  'policies/README.md',
  'clusters/dev/payments/docs/guide.md',
].map(path => ({ path, content: '' }));

describe('files of the preview', () => {
  it('separates the files of the cluster from shared files', () => {
    const { own, shared } = splitShared(files, 'dev', 'payments');
    expect(own.map(({ path }) => path)).toEqual([
      'terraform/environments/dev/payments/main.tf',
      'clusters/dev/payments/cluster.yaml',
      'clusters/dev/payments/docs/guide.md',
    ]);
    expect(shared).toHaveLength(2);
  });

  it('sorts them by folder', () => {
    expect(byFolder(files).map(({ folder }) => folder)).toEqual([
      'clusters/dev/payments',
      'clusters/dev/payments-two',
      'clusters/dev/payments/docs',
      'policies',
      'terraform/environments/dev/payments',
    ]);
  });

  it.each([
    ['a/main.tf', 'main.tf', 'hcl'],
    ['.generated.json', '.generated.json', 'json'],
    ['scripts/apply.sh', 'apply.sh', 'bash'],
    ['LICENSE', 'LICENSE', 'text'],
  ])('reads %s as %s in %s', (path, name, language) => {
    expect(baseName(path)).toBe(name);
    expect(languageOf(path)).toBe(language);
  });
});
