import type { ClusterConditions, Condition } from './Condition';
import { decideNotifications } from './decideNotifications';
import { notificationPolicy } from './NotificationPolicy';
import { blankState, type NotificationState } from './NotificationState';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 86_400 * SECOND;
const START = Date.parse('2026-11-22T10:00:00Z');

const policy = notificationPolicy({
  ...{ runwayMs: 7 * DAY, heldMs: 3 * DAY },
  ...{ confirmMs: 30 * SECOND, resolveMs: 10 * MINUTE },
});

const subnetFull: Condition = {
  kind: 'critical',
  cause: 'finding/f1',
  part: 'cilium/D07',
  recipient: 'group:default/payments',
  triggers: true,
  level: 0,
  severity: 'critical',
  title: 'payments-prod: no free addresses',
  description: 'Since a while.',
  link: '/catalog/default/resource/payments-prod/findings?open=f1',
};
const firing: ClusterConditions = { conditions: [subnetFull], unjudged: [] };
const calm: ClusterConditions = { conditions: [], unjudged: [] };

/** Plays looks at a cluster, and collects what is sent. */
function play() {
  let state: NotificationState = blankState();
  let now = START;
  const sent: { at: number; title: string; scope: string; to: string }[] = [];
  const look = (current: ClusterConditions | undefined) => {
    const decision = decideNotifications(state, current, now, {
      cluster: { identity: 'id-1' },
      policy,
    });
    state = decision.state;
    sent.push(
      ...decision.notes.map(({ at, recipient, payload }) => ({
        at: at - START,
        title: payload.title,
        scope: payload.scope,
        to: recipient,
      })),
    );
  };
  return {
    sent,
    titles: () => sent.map(({ title }) => title),
    state: () => state,
    restart() {
      const { told, unsent } = JSON.parse(JSON.stringify(state));
      state = { told, unsent, since: {} };
    },
    /** Looks every five seconds for some time, at its end, too. */
    run(current: ClusterConditions | undefined, milliseconds: number) {
      const end = now + milliseconds;
      look(current);
      while (now < end) {
        now = Math.min(now + 5 * SECOND, end);
        look(current);
      }
    },
  };
}

describe('decideNotifications', () => {
  it('tells what has lasted for half a minute once, within a minute', () => {
    const { run, sent } = play();
    run(firing, DAY / 24);
    expect(sent).toEqual([
      {
        at: 30 * SECOND,
        title: 'payments-prod: no free addresses',
        scope: expect.stringMatching(/^clusters\/[0-9a-f]{32}\/2026-11-22$/),
        to: 'group:default/payments',
      },
    ]);
  });

  it('tells nothing that is over before that, however often it comes', () => {
    const { run, sent } = play();
    for (let flap = 0; flap < 100; flap += 1) {
      run(firing, 25 * SECOND);
      run(calm, 20 * SECOND);
    }
    expect(sent).toEqual([]);
  });

  it('updates the first notification when it is over', () => {
    const { run, sent } = play();
    run(firing, MINUTE);
    run(calm, 9 * MINUTE);
    expect(sent).toHaveLength(1);
    run(calm, 2 * MINUTE);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({
      title: 'Resolved: payments-prod: no free addresses',
      scope: sent[0].scope,
      to: sent[0].to,
    });
    run(calm, 30 * MINUTE);
    expect(sent).toHaveLength(2);
  });

  it('waits longer each time when it returns on the same day', () => {
    const { run, sent } = play();
    for (let turn = 0; turn < 30; turn += 1) {
      run(firing, MINUTE);
      run(calm, 12 * MINUTE);
    }
    expect(sent.map(({ title }) => title.startsWith('Resolved'))).toEqual([
      ...[false, true, false],
    ]);
    expect(new Set(sent.map(({ scope }) => scope)).size).toBe(1);
  });

  it('tells nothing of what is muted, and tells it when the mute has ended', () => {
    const muted: ClusterConditions = {
      ...firing,
      conditions: [{ ...subnetFull, isMuted: true }],
    };
    const { run, sent, titles } = play();
    run(muted, DAY / 24);
    expect(sent).toEqual([]);
    run(firing, MINUTE);
    expect(titles()).toEqual(['payments-prod: no free addresses']);
    // It was told before: the same notification tells it again afterwards.
    run(muted, DAY / 24);
    expect(sent).toHaveLength(1);
    run(firing, DAY / 24);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({
      title: sent[0].title,
      scope: sent[0].scope,
    });
    run(calm, DAY / 24);
    expect(titles().at(-1)).toMatch(/^Resolved: /);
  });

  it('begins a new notification when it returns on another day', () => {
    const { run, sent } = play();
    run(firing, MINUTE);
    run(calm, DAY);
    run(firing, MINUTE);
    expect(new Set(sent.map(({ scope }) => scope)).size).toBe(2);
    expect(sent).toHaveLength(3);
  });

  it.each<[string, ClusterConditions | undefined]>([
    ['the cluster is not seen', undefined],
    ['the rule cannot judge', { ...calm, unjudged: ['critical/cilium/D07'] }],
    ['nothing can be judged', { ...calm, unjudged: ['critical'] }],
    [
      'it is still there, though a consequence of something else',
      { ...calm, conditions: [{ ...subnetFull, triggers: false }] },
    ],
  ])('says nothing while %s', (_what, current) => {
    const { run, sent } = play();
    run(firing, MINUTE);
    run(current, DAY / 12);
    expect(sent).toHaveLength(1);
  });

  it('says nothing of what does not trigger', () => {
    const { run, sent } = play();
    run({ ...calm, conditions: [{ ...subnetFull, triggers: false }] }, MINUTE);
    expect(sent).toEqual([]);
  });

  it('judges another rule that is unknown apart', () => {
    const { run, titles } = play();
    run(firing, MINUTE);
    run({ ...calm, unjudged: ['critical/karpenter/C1'] }, 11 * MINUTE);
    expect(titles()).toHaveLength(2);
  });

  it('waits anew after the cluster was not seen', () => {
    const { run, sent } = play();
    run(firing, 20 * SECOND);
    run(undefined, 20 * SECOND);
    run(firing, 20 * SECOND);
    expect(sent).toEqual([]);
  });

  it('goes on after a restart', () => {
    const { run, restart, sent } = play();
    run(firing, MINUTE);
    restart();
    run(firing, MINUTE);
    expect(sent).toHaveLength(1);
    run(calm, 5 * MINUTE);
    restart();
    run(calm, 9 * MINUTE);
    expect(sent).toHaveLength(1);
    run(calm, 2 * MINUTE);
    expect(sent[1]).toMatchObject({ scope: sent[0].scope });
  });

  it('tells again what gets more urgent, as an update', () => {
    const { run, sent } = play();
    run(firing, MINUTE);
    const urgent = { ...subnetFull, level: 1, title: 'worse' };
    run({ ...calm, conditions: [urgent] }, MINUTE);
    run(firing, MINUTE);
    expect(sent.map(({ title }) => title)).toEqual([
      'payments-prod: no free addresses',
      'worse',
    ]);
    expect(sent[1].scope).toBe(sent[0].scope);
  });

  it('tells each owner, and bounds what is open at once', () => {
    const { run, sent } = play();
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...subnetFull,
      cause: `finding/${index}`,
    }));
    run({ ...calm, conditions: many }, MINUTE);
    expect(sent).toHaveLength(20);
    const other = { ...subnetFull, recipient: 'user:default/dana' };
    const two = play();
    two.run({ ...calm, conditions: [subnetFull, other] }, MINUTE);
    expect(two.sent.map(({ to }) => to)).toEqual([
      'group:default/payments',
      'user:default/dana',
    ]);
  });

  it('fits what the table of notifications takes', () => {
    const { run, titles } = play();
    const long = { ...subnetFull, title: '😀'.repeat(300) };
    run({ ...calm, conditions: [long] }, MINUTE);
    run(calm, 11 * MINUTE);
    expect(titles().map(title => [...title].length)).toEqual([255, 255]);
  });

  it('takes up a place that becomes free', () => {
    const { run, titles } = play();
    const many = Array.from({ length: 21 }, (_, index) => ({
      ...subnetFull,
      cause: `finding/${index}`,
      title: `${index}`,
    }));
    run({ ...calm, conditions: many }, MINUTE);
    expect(titles()).not.toContain('20');
    run({ ...calm, conditions: many.slice(1) }, 11 * MINUTE);
    expect(titles()).toContain('20');
  });
});
