import { ago, kubeTime, microTime, milliseconds, NOW } from './time';

describe('time', () => {
  it.each([
    ['0s', NOW],
    ['90s', '2026-11-22T11:58:30Z'],
    ['12m', '2026-11-22T11:48:00Z'],
    ['1.5h', '2026-11-22T10:30:00Z'],
    ['2d', '2026-11-20T12:00:00Z'],
    ['-1m', '2026-11-22T12:01:00Z'],
    ['1500ms', '2026-11-22T11:59:58.500Z'],
  ] as const)('%s ago', (duration, time) => {
    expect(ago(duration)).toBe(time);
  });

  it('refuses texts that are no duration', () => {
    expect(() => milliseconds('5 min' as never)).toThrow(
      'duration must be such as "90s", it is "5 min"',
    );
  });

  it('writes times as Kubernetes does', () => {
    const time = Date.parse('2026-11-22T11:59:58.500Z');
    expect(kubeTime(time)).toBe('2026-11-22T11:59:58Z');
    expect(microTime(time)).toBe('2026-11-22T11:59:58.500000Z');
  });
});
