import type { PullProgress } from '@clusterworks/plugin-clusters-changes-node';
import { appliedSince } from './appliedSince';
import { type ClusterProgress, progressOf } from './progressOf';

const url = 'https://git.example/acme/platform/pull/7';
const pull: PullProgress = {
  ...{ cluster: 'search-dev', operation: 'create', number: 7, url },
  ...{ title: 'Create', state: 'open', openedAt: '2026-11-22T10:00:00Z' },
  ...{ reviewers: ['payments-team'], requesters: [] },
  checks: [
    { name: 'plan', state: 'passed', at: '2026-11-22T10:02:00Z' },
    { name: 'lint', state: 'passed', at: '2026-11-22T10:01:00Z' },
  ],
};
const merged: PullProgress = {
  ...{ ...pull, state: 'merged', reviewers: [] },
  endedAt: '2026-11-22T10:30:00Z',
};
const row: ClusterProgress['row'] = {
  ...{ entityRef: 'resource:default/search-dev', provisioned: false },
  ...{ verdict: 'unknown', phase: 'building', headline: { text: 'x' } },
  nodes: { certainty: 'unknown', reason: 'not read' },
};
const nodes = { certainty: 'exact' as const, value: 3 };

const run = (state: 'passed' | 'running') => ({
  ...{ name: 'a', state, at: '2026-11-22T10:40:00Z' },
});

const shown = (...of: Parameters<typeof progressOf>) =>
  progressOf(...of)
    .steps.map(({ id, state }) => `${id}:${state}`)
    .join(' ');

const REST = 'applying:ahead published:ahead nodes:ahead healthy:ahead';
const UNTIL_MERGED = 'opened:done checks:done merged:done';

describe('progressOf', () => {
  it.each<[string, PullProgress, ClusterProgress | undefined, string]>([
    [
      'checks that run',
      { ...pull, checks: [{ name: 'plan', state: 'running' }] },
      undefined,
      `opened:done checks:waiting merged:ahead ${REST}`,
    ],
    [
      'a check that failed',
      { ...pull, checks: [{ name: 'plan', state: 'failed' }] },
      undefined,
      `opened:done checks:failed merged:ahead ${REST}`,
    ],
    [
      'checks that nobody may read',
      { ...pull, checks: undefined },
      undefined,
      `opened:done checks:unknown merged:waiting ${REST}`,
    ],
    [
      'a review that is missing',
      pull,
      undefined,
      `opened:done checks:done merged:waiting ${REST}`,
    ],
    [
      'a pull request that was given up',
      { ...pull, state: 'closed', endedAt: '2026-11-22T11:00:00Z' },
      undefined,
      `opened:done checks:done merged:failed ${REST.replace(
        /ahead/g,
        'skipped',
      )}`,
    ],
    [
      'a pull request that was given up while its checks failed',
      {
        ...{ ...pull, state: 'closed', endedAt: '2026-11-22T11:00:00Z' },
        checks: [{ name: 'plan', state: 'failed' }],
      },
      undefined,
      `opened:done checks:failed merged:failed ${REST.replace(
        /ahead/g,
        'skipped',
      )}`,
    ],
    [
      'a change that is not merged, of a cluster that has a problem',
      { ...pull, operation: 'pool' },
      { row: { ...row, verdict: 'degraded', phase: 'running' } },
      'opened:done checks:done merged:waiting applying:ahead healthy:ahead',
    ],
    [
      'a merge that is not applied',
      merged,
      { row },
      `${UNTIL_MERGED} applying:waiting published:ahead nodes:ahead healthy:ahead`,
    ],
    [
      'a run that failed',
      { ...merged, applyRun: { name: 'a', state: 'failed' } },
      { row },
      `${UNTIL_MERGED} applying:failed published:ahead nodes:ahead healthy:ahead`,
    ],
    [
      'a cluster that is being built',
      { ...merged, applyRun: { name: 'a', state: 'passed' } },
      { row: { ...row, provisioned: true }, waitsFor: 'a Ready node' },
      `${UNTIL_MERGED} applying:done published:done nodes:waiting healthy:ahead`,
    ],
    [
      'nodes that joined, before the first verdict',
      merged,
      { row: { ...row, provisioned: true, nodes } },
      `${UNTIL_MERGED} applying:done published:done nodes:done healthy:waiting`,
    ],
    [
      'a cluster that is being built, of a bad verdict',
      merged,
      { row: { ...row, provisioned: true, nodes, verdict: 'critical' } },
      `${UNTIL_MERGED} applying:done published:done nodes:done healthy:waiting`,
    ],
    [
      'a cluster that runs and has a problem',
      merged,
      {
        row: {
          ...{ ...row, provisioned: true, nodes },
          ...{ verdict: 'critical', phase: 'running' },
        },
      },
      `${UNTIL_MERGED} applying:done published:done nodes:done healthy:failed`,
    ],
    [
      'a healthy one',
      merged,
      { row: { ...row, provisioned: true, nodes, verdict: 'healthy' } },
      `${UNTIL_MERGED} applying:done published:done nodes:done healthy:done`,
    ],
    [
      'a change of a cluster that is as git wants it',
      { ...merged, operation: 'pool' },
      {
        row: { ...row, verdict: 'healthy', phase: 'running', differences: [] },
      },
      `${UNTIL_MERGED} applying:done healthy:done`,
    ],
    [
      'a cluster that is gone',
      { ...merged, operation: 'decommission' },
      undefined,
      UNTIL_MERGED,
    ],
  ])('tells of %s', (_what, of, cluster, expected) => {
    expect(shown(of, cluster)).toBe(expected);
  });

  it('names who and what is waited for, and since when', () => {
    const steps = progressOf(pull, undefined).steps;
    expect(steps[1]).toMatchObject({ at: '2026-11-22T10:02:00Z' });
    expect(steps[2]).toEqual({
      ...{ id: 'merged', state: 'waiting', url, detail: 'payments-team' },
      at: '2026-11-22T10:02:00Z',
    });
    const built = progressOf(merged, {
      row: { ...row, provisioned: true },
      waitsFor: 'a Ready node',
    });
    expect(built.steps[5]).toMatchObject({ detail: 'a Ready node' });
    expect(built.entityRef).toBe(row.entityRef);
  });

  it('gives each step a time of its own, or none', () => {
    const healthy = { ...row, provisioned: true, nodes, verdict: 'healthy' };
    const times = (cluster: Partial<ClusterProgress>, of = merged) =>
      progressOf(of, { row: healthy as typeof row, ...cluster })
        .steps.slice(3)
        .map(({ at }) => at?.slice(11, 16));
    expect(times({})).toEqual([undefined, undefined, undefined, undefined]);
    const applied = '2026-11-22T10:40:00Z';
    const applyRun = { name: 'a', state: 'passed' as const, at: applied };
    const known = {
      appliedAt: '2026-11-22T10:41:00.000Z',
      healthyAt: '2026-11-22T10:55:00.000Z',
    };
    expect(times(known, { ...merged, applyRun })).toEqual([
      ...['10:40', '10:41', undefined, '10:55'],
    ]);
  });

  it.each<[string, string, PullProgress['applyRun'], boolean]>([
    ['with its run', '10:40:30', run('passed'), true],
    ['shortly after its run', '10:50:00', run('passed'), true],
    [
      'before the merge, by an earlier change',
      '10:29:59',
      run('passed'),
      false,
    ],
    ['long after its run, by a later change', '10:50:01', run('passed'), false],
    ['while no run of it has passed', '10:40:30', run('running'), false],
    ['while no run of it is seen', '10:40:30', undefined, false],
  ])('takes a status that was published %s', (_, time, applyRun, isOfThis) => {
    const appliedAt = `2026-11-22T${time}Z`;
    const { steps } = progressOf(
      { ...merged, ...(applyRun && { applyRun }) },
      { row: { ...row, provisioned: true }, appliedAt },
    );
    const published = steps.find(({ id }) => id === 'published');
    expect(published?.at).toBe(isOfThis ? appliedAt : undefined);
  });

  it('does not say how long one waits when it is not known since when', () => {
    const waiting = { row: { ...row, provisioned: true }, waitsFor: 'a node' };
    const timeOf = (appliedAt?: string) =>
      progressOf(
        { ...merged, applyRun: run('passed') },
        { ...waiting, ...(appliedAt ? { appliedAt } : {}) },
      ).steps[5];
    expect(timeOf()).not.toHaveProperty('at');
    expect(timeOf('2026-11-22T10:41:00Z')).toMatchObject({
      ...{ state: 'waiting', at: '2026-11-22T10:41:00Z' },
    });
  });

  it('links to no cluster that the catalog does not have', () => {
    expect(progressOf(pull, undefined)).not.toHaveProperty('entityRef');
  });
});

describe('appliedSince', () => {
  const early = '2026-11-22T00:00:00Z';

  it.each<[string, PullProgress, string, string | undefined]>([
    ['its run', { ...merged, applyRun: run('passed') }, early, '10:40'],
    [
      'the merge while its run goes on',
      { ...merged, applyRun: run('running') },
      ...([early, '10:30'] as const),
    ],
    ['the merge without a run', merged, early, '10:30'],
    ['nothing before the merge', pull, early, undefined],
    [
      'nothing that the history has forgotten',
      merged,
      ...(['2026-11-22T10:30:01Z', undefined] as const),
    ],
  ])('is since %s', (_, of, earliest, expected) => {
    const since = appliedSince(of, Date.parse(earliest));
    expect(since && new Date(since).toISOString().slice(11, 16)).toBe(expected);
  });
});
