import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { allKinds, kinds } from '@clusterworks/plugin-clusters-health';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { ClusterFacts } from '../reader';
import { ReaderError } from '../reader/ReaderError';
import { readAssessorMemory } from './AssessorMemory';
import { ClusterAssessor } from './ClusterAssessor';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;

const cluster = knownCluster('x');

/** Facts of a cluster with one node that holds a given number of addresses. */
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
  it('gives no id of a finding to another cluster that has its name later', () => {
    const idsOf = (identity: string) =>
      new ClusterAssessor()
        .assess({ ...cluster, identity }, factsWith(250), NOW, () => undefined)
        .assessment?.findings.map(({ id }) => id) ?? [];
    expect(idsOf('first').length).toBeGreaterThan(0);
    expect(idsOf('first')).toEqual(idsOf('first'));
    expect(idsOf('second')).not.toEqual(
      expect.arrayContaining([idsOf('first')[0]]),
    );
  });

  it('knows after a day how long addresses last, also after a restart', () => {
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
    // Of 251 addresses, 59 are held, and two more every hour.
    const { row, view } = look(24);
    expect(row.room).toMatchObject({
      addresses: { certainty: 'atMost', value: 192 },
      hours: { certainty: 'atMost', value: 96 },
    });
    expect(view.cilium.subnets?.[0].room.hours).toEqual(row.room.hours);
  });

  it('predicts from its memory that a subnet runs out of addresses', () => {
    const assessor = new ClusterAssessor();
    const rulesAt = (hours: number) =>
      assessor
        .assess(
          cluster,
          factsWith(10 + 5 * hours),
          NOW + hours * HOUR,
          () => undefined,
        )
        .assessment?.findings.map(({ rule }) => rule);
    for (let hours = 0; hours < 24; hours += 1) {
      expect(rulesAt(hours)).not.toContain('subnet-runs-dry');
    }
    // Of 251 addresses, 130 are held, and five more every hour.
    expect(rulesAt(24)).toContain('subnet-runs-dry');
  });

  describe('reports since when a cluster is unreachable', () => {
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

    it('as a lower bound when it was unreachable at the first look', () => {
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

    it('exactly when the change was observed', () => {
      const assessor = new ClusterAssessor();
      look(assessor, factsWith(10), 0);
      const { connection } = look(assessor, down, 1);
      expect(connection).toMatchObject({ state: 'unreachable', since: at(1) });
      expect(connection.sinceAtLeast).toBeUndefined();
    });

    it('with the same time after a restart', () => {
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
