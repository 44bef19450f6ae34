import { assess } from '@clusterworks/plugin-clusters-health';
import { archiveNames, readArchive } from '../archive/archives';
import { contradictionsIn } from './contradictions';
import { readCase } from './readCase';

const cases = archiveNames.flatMap(readArchive).map(known => {
  const read = readCase(known);
  return {
    name: known.name,
    ...read,
    findings: assess(read.snapshot, undefined, read.now).assessment.findings,
  };
});

describe('what the doctor says of a cluster', () => {
  it('is contradicted by no other evidence of the cluster', () => {
    const found = cases.flatMap(({ name, findings, snapshot }) =>
      contradictionsIn(findings, snapshot).map(text => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  const healthy = cases.find(
    ({ findings, snapshot }) =>
      findings.every(({ severity }) => severity === 'info') &&
      snapshot.resources.ciliumnodes.items.length > 0 &&
      snapshot.resources.nodeclaims.items.length > 0,
  );
  const resources = healthy?.snapshot.resources;
  const [pool] = resources?.nodepools.items ?? [];
  const claim = resources?.nodeclaims.items.find(({ nodeName }) => nodeName);
  const node = claim?.nodeName;
  const nodeClass = resources?.ec2nodeclasses.items[0]?.name;

  it.each([
    'Cilium operator has no available replica of 2',
    'The Cilium operator, which writes its addresses there, is down',
    'Karpenter is down: no replica of the controller is available',
    'See why its pods do not run',
    `NodePool ${pool?.name}: its EC2NodeClass ${nodeClass} does not exist`,
    'There is no NodePool: Karpenter launches nothing',
    'There is no EC2NodeClass: Karpenter launches nothing',
    `No NodePool is Ready; ${pool?.name}: unknown`,
    `Node ${node} is not Ready for 2 min`,
    `Node ${node} belongs to NodePool ${pool?.name} but has no NodeClaim`,
    `Node ${node} has an agent, but no CiliumNode`,
    `NodeClaim x is registered but its node ${node} does not exist`,
    `1 pod on node ${node} cannot start: Cilium's agent never came up on the node`,
    `EC2NodeClass ${nodeClass} finds no subnet (SubnetsNotFound)`,
  ])('would be seen to be wrong of a healthy one: %s', title => {
    const { snapshot } = healthy ?? cases[0];
    expect(contradictionsIn([{ title, remedy: [] }], snapshot)).toHaveLength(1);
  });
});
