import type {
  Connection,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import type { KnownCluster } from '../discovery/KnownCluster';
import { type ClusterFacts, ReaderError } from '../reader';
import {
  connectionOf,
  connectionWithoutReader,
  sourceStateOf,
} from './connectionOf';

function facts(
  state: SourceState,
  given: Partial<ClusterFacts> & { reason?: string; nodes?: SourceState } = {},
): ClusterFacts {
  const { reason, nodes = state, ...rest } = given;
  return {
    connection: { state: 'up', since: 0 },
    clockSkewMs: 0,
    lastContact: 1,
    resources: allKinds.map(kind => ({
      kind,
      state: kind.resource === 'nodes' ? nodes : state,
      reason,
      items: [],
      unreadable: 0,
    })),
    ...rest,
  };
}

const cluster: KnownCluster = {
  name: 'a',
  entityRef: 'resource:default/a',
  identity: 'a',
  source: 'handWritten',
  place: 'resource:default/a',
  otherClaims: [],
  labels: {},
  ranges: [],
  desired: {},
  provisioned: false,
  trusted: false,
};

const down = (kind: 'unreachable' | 'refused' | 'unauthorized') => ({
  connection: {
    state: 'down' as const,
    since: 0,
    error: new ReaderError(kind, `it is ${kind}`),
  },
});

describe('the state of the connection to a cluster', () => {
  it.each<[string, ClusterFacts, Connection['state'], RegExp]>([
    ['all is read', facts('ok'), 'live', /^$/],
    [
      'nothing came yet',
      facts('reading', { lastContact: 0 }),
      'connecting',
      /Connecting/,
    ],
    [
      'one kind is read for the first time',
      facts('ok', { nodes: 'reading' }),
      'connecting',
      /first time/,
    ],
    [
      'one kind could not be read',
      facts('ok', { nodes: 'notCollected', reason: 'too many' }),
      'stale',
      /too many/,
    ],
    [
      'one kind is old',
      facts('ok', { nodes: 'stale', reason: 'slow' }),
      'stale',
      /slow/,
    ],
    [
      'one kind has no credentials',
      facts('ok', { nodes: 'noCredentials', reason: 'none' }),
      'stale',
      /none/,
    ],
    [
      'there are no credentials',
      facts('noCredentials', { reason: 'none' }),
      'noCredentials',
      /none/,
    ],
    [
      'nothing is allowed',
      facts('forbidden', { reason: '403' }),
      'forbidden',
      /403/,
    ],
    [
      'our rules forbid it',
      facts('unreachable', down('refused')),
      'forbidden',
      /refused/,
    ],
    [
      'it does not know us',
      facts('forbidden', down('unauthorized')),
      'forbidden',
      /unauthorized/,
    ],
    [
      'it is gone',
      facts('unreachable', down('unreachable')),
      'unreachable',
      /unreachable/,
    ],
    ['it is gone for a moment', facts('ok', down('unreachable')), 'live', /^$/],
    [
      'its clock is off',
      facts('ok', { clockSkewMs: 600_000 }),
      'live',
      /10 min ahead/,
    ],
    [
      'its clock cannot be believed',
      facts('ok', { clockRefused: true }),
      'live',
      /more than a day/,
    ],
  ])('is reported when %s', (_when, given, state, message) => {
    const connection = connectionOf(given);
    expect(connection.state).toBe(state);
    expect(connection.message ?? '').toMatch(message);
  });

  it.each<[string, object, Connection['state'], SourceState]>([
    ['it is not built', {}, 'notProvisioned', 'notProvisioned'],
    [
      'it was refused',
      { provisioned: true, refusal: 'x' },
      'forbidden',
      'forbidden',
    ],
    [
      'we do not read its kind',
      { provisioned: true, notRead: 'x' },
      'notRead',
      'notRead',
    ],
  ])(
    'is reported for a cluster without a reader when %s',
    (_when, given, state, source) => {
      const connection = connectionWithoutReader({ ...cluster, ...given });
      expect(connection.state).toBe(state);
      expect(sourceStateOf(connection.state)).toBe(source);
    },
  );
});
