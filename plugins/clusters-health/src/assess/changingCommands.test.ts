import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandsInSources } from '../testing/commandsInSources';
import { changesSomething } from '../testing/expectSafeRemedies';

const page = readFileSync(
  resolve(__dirname, '../../../../docs/develop/judging.md'),
  'utf8',
);
const [, section = ''] =
  /^## Remedies that change something\n([^]*?)^## /m.exec(page) ?? [];
const listed = [...section.matchAll(/^\| `([^`]+)` \| /gm)].map(
  ([, command]) => command,
);
const offered = commandsInSources(resolve(__dirname, '..'));

describe('commands that change something', () => {
  it('are all listed in docs/develop/judging.md, and no others', () => {
    const changing = new Set(offered.filter(changesSomething));
    expect(changing.size).toBeGreaterThan(10);
    expect([...listed].sort()).toEqual([...changing].sort());
  });

  it('are found among all commands of the sources', () => {
    expect(offered.length).toBeGreaterThan(140);
  });

  it.each([
    ['kubectl get nodes', false],
    ['kubectl -n kube-system logs x -c y | grep -F -e z', false],
    ['queue=$(kubectl get deployment -A -o name)', false],
    ['kubectl -n a exec b -c cilium-agent -- cilium-dbg endpoint list', false],
    ['kubectl -n a exec b -c cilium-agent -- rm -r /run', true],
    ['kubectl get nodes -o name | xargs kubectl delete', true],
    ['kubectl get node x && kubectl delete node x', true],
    ['kubectl get $(kubectl delete node x -o name)', true],
    ['kubectl uncordon x', true],
    ['kubectl annotate node x y=z', true],
    ['aws ec2 terminate-instances --instance-ids i-1', true],
    ['helm rollback cilium', true],
    ['rm -rf x', true],
  ])('are told from others: %s', (command, changes) => {
    expect(changesSomething(command)).toBe(changes);
  });
});
