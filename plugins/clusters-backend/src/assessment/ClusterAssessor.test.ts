import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { allKinds, kinds } from '@clusterworks/plugin-clusters-health';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { ClusterFacts } from '../reader';
import { ReaderError } from '../reader/ReaderError';
import { ClusterAssessor, readAssessorMemory } from './ClusterAssessor';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;

const cluster = knownCluster('x');

/** Facts of a cluster whose only node holds so many addresses. */
function factsWith(held: number): ClusterFacts {
  const addresses = Array.from({ length: held }, (_, i) => `10.0.1.${i}`);
  const pool = Object.fromEntries(addresses.map(address => [address, {}]));
  const ciliumNode = {
    metadata: { name: 'a' },
    spec: { eni: { 'instance-type': 'm6i.large' }, ipam: { pool } },
    status: {
      eni: {
        enis: {
          'eni-1': {
            addresses,
            subnet: { id: 'subnet-a', cidr: '10.0.0.0/24' },
          },
        },
      },
    },
  };
  return {
    connection: { state: 'up', since: 0 },
    serverVersion: 'v1.35.4',
    clockSkewMs: 0,
    lastContact: NOW,
    resources: allKinds.map(kind => ({
      kind,
      state: 'ok',
      items:
        kind.resource === 'ciliumnodes'
          ? [kinds.ciliumnodes.project(ciliumNode)]
          : [],
      unreadable: 0,
    })),
  };
}

describe('ClusterAssessor', () => {
  it('knows after a day how long room lasts, also over a restart', () => {
    let assessor = new ClusterAssessor();
    const look = (hours: number) => {
      const time = NOW + hours * HOUR;
      const facts = factsWith(10 + 2 * hours);
      const { row, view } = assessor.assess(
        cluster,
        facts,
        time,
        () => undefined,
      );
      return { row, view: view as ClusterView };
    };
    for (let hours = 0; hours < 24; hours += 1) {
      expect(look(hours).row.room.hours.certainty).toBe('unknown');
      const stored = JSON.parse(JSON.stringify(assessor.memory));
      assessor = new ClusterAssessor(readAssessorMemory(stored));
    }
    // 251 addresses, of which 59 are held and two more each hour.
    const { row, view } = look(24);
    expect(row.room).toMatchObject({
      addresses: { certainty: 'atMost', value: 192 },
      hours: { certainty: 'atMost', value: 96 },
    });
    expect(view.cilium.subnets?.[0].room.hours).toEqual(row.room.hours);
  });

  describe('says since when a cluster is unreachable', () => {
    const error = new ReaderError('unreachable', 'connection refused');
    const down: ClusterFacts = {
      ...factsWith(10),
      connection: { state: 'down', since: 0, error },
      lastContact: 0,
    };
    const connecting: ClusterFacts = {
      ...down,
      connection: { state: 'connecting', since: 0 },
    };
    const look = (
      assessor: ClusterAssessor,
      facts: ClusterFacts,
      hours: number,
    ) =>
      assessor.assess(cluster, facts, NOW + hours * HOUR, () => undefined).row;
    const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

    it('at least since the first look, when it was so already', () => {
      const assessor = new ClusterAssessor();
      look(assessor, connecting, 0);
      const { connection, headline } = look(assessor, down, 1);
      expect(connection).toMatchObject({
        state: 'unreachable',
        since: at(1),
        sinceAtLeast: true,
      });
      expect(headline).toMatchObject({ since: at(1), sinceAtLeast: true });
      expect(look(assessor, down, 2).connection).toEqual(connection);
    });

    it('since then, when it was seen to become so', () => {
      const assessor = new ClusterAssessor();
      look(assessor, factsWith(10), 0);
      const { connection } = look(assessor, down, 1);
      expect(connection).toMatchObject({ state: 'unreachable', since: at(1) });
      expect(connection.sinceAtLeast).toBeUndefined();
    });

    it('and goes on over a restart', () => {
      const assessor = new ClusterAssessor();
      look(assessor, factsWith(10), 0);
      look(assessor, down, 1);
      const stored = JSON.parse(JSON.stringify(assessor.memory));
      const restarted = new ClusterAssessor(readAssessorMemory(stored));
      look(restarted, connecting, 2);
      expect(look(restarted, down, 3).connection.since).toBe(at(1));
    });
  });
});
