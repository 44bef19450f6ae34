import type { Condition } from '../base/conditions';
import { ago } from '../base/time';
import { nodeClaim, type NodeClaimFacts } from './nodeClaim';

interface Status {
  nodeName?: string;
  providerID?: string;
  conditions: Condition[];
}

function statusOf(facts: NodeClaimFacts): Status {
  return nodeClaim('general-1', { createdAt: ago('12m'), ...facts })
    .status as Status;
}

function said({ conditions }: Status): Record<string, string> {
  return Object.fromEntries(
    conditions.map(({ type, status, reason }) => [type, `${status} ${reason}`]),
  );
}

describe('nodeClaim', () => {
  const awaiting = 'Unknown AwaitingReconciliation';

  it.each([
    [
      'not launched',
      { launchedAt: null },
      {
        Launched: awaiting,
        Registered: awaiting,
        Initialized: awaiting,
        Ready: 'Unknown ReconcilingDependents',
      },
    ],
    [
      'launched, not joined',
      { registeredAt: null },
      {
        Launched: 'True Launched',
        Registered: 'Unknown NodeNotFound',
        Initialized: awaiting,
        Ready: 'Unknown ReconcilingDependents',
      },
    ],
    [
      'joined, not initialized',
      { initializedAt: null },
      {
        Launched: 'True Launched',
        Registered: 'True Registered',
        Initialized: 'Unknown NodeNotReady',
        Ready: 'Unknown ReconcilingDependents',
      },
    ],
    [
      'in service',
      {},
      {
        Launched: 'True Launched',
        Registered: 'True Registered',
        Initialized: 'True Initialized',
        Ready: 'True Ready',
      },
    ],
  ])('%s', (_name, facts, conditions) => {
    expect(said(statusOf(facts))).toEqual(conditions);
  });

  it('knows instance and Node only once there are some', () => {
    expect(statusOf({ launchedAt: null })).not.toHaveProperty('providerID');
    const launched = statusOf({ registeredAt: null });
    expect(launched.providerID).toBe('aws:///eu-west-1a/i-general-1');
    expect(launched).not.toHaveProperty('nodeName');
    expect(statusOf({}).nodeName).toBe('general-1');
  });

  it('is Ready since the last of its steps', () => {
    const { conditions } = statusOf({
      launchedAt: ago('11m'),
      registeredAt: ago('10m'),
      initializedAt: ago('9m'),
    });
    const ready = conditions.find(({ type }) => type === 'Ready');
    expect(ready?.lastTransitionTime).toBe(ago('9m'));
  });
});
