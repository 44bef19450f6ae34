import { NOW } from '@clusterworks/kube-fixtures';
import {
  ciliumNode,
  clusterOf,
  node,
  operator,
} from '../testing/cilium/testCluster';
import { ec2EniLimits } from '../model/addresses';
import { lookAt } from './Look';
import { stuckNodes } from './stuckNodes';

const unwritten = {
  nodes: [node('a', { age: 1200 })],
  ciliumnodes: [
    ciliumNode('a', { age: 1200, enis: [], noStatus: true, up: false }),
  ],
};

describe('stuckNodes', () => {
  it.each([
    [
      'its operator is down',
      [operator({ desired: 2, ready: 0 })],
      /, is down$/,
    ],
    [
      'its operator runs, so another cause is given',
      [operator({ desired: 2 })],
      /^The Cilium operator runs and has not written to it/,
    ],
    ['its operator is not known', [], /it is down, or EC2 does not answer/],
  ])('says why a CiliumNode is empty: %s', (_, deployments, text) => {
    const snapshot = clusterOf({ ...unwritten, deployments });
    const [stuck] =
      stuckNodes(lookAt(snapshot, Date.parse(NOW), ec2EniLimits)) ?? [];
    expect(stuck).toMatchObject({ node: 'a', what: 'noStatus' });
    expect(stuck.text).toMatch(text);
  });
});
