import { fleetRow } from '../../__testUtils__/fleetRow';
import { worstRow } from './worstRow';

describe('worstRow', () => {
  it('leaves clusters alone that are being built', () => {
    const unknown = { verdict: 'unknown' } as const;
    const built = fleetRow({ name: 'new', ...unknown, phase: 'building' });
    const lost = fleetRow({ name: 'lost', ...unknown, phase: 'running' });
    expect(worstRow([built])).toBeUndefined();
    expect(worstRow([built, lost])?.name).toBe('lost');
  });

  it('tells what is found to be wrong with one of them', () => {
    const failing = fleetRow({ verdict: 'critical', phase: 'building' });
    expect(worstRow([failing])).toBe(failing);
  });
});
