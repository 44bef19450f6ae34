import { fleetRow } from '../../__testUtils__/fleetRow';
import { completionsOf } from './completionsOf';

const rows = [
  fleetRow({ name: 'a', zones: ['eu-west-1a'], system: 'system:default/shop' }),
  fleetRow({
    name: 'b',
    environment: 'staging',
    labels: { team: 'two words' },
  }),
];

const words = (line: string, cursor = line.length) =>
  completionsOf(line, cursor, rows).words;

describe('completionsOf', () => {
  it.each<[string, string[]]>([
    ['ver', ['verdict:']],
    ['env:', ['prod', 'staging'].map(value => `env:${value}`)],
    ['env:st', ['env:staging']],
    ['env:prod,', ['env:prod,prod', 'env:prod,staging']],
    ['-env:st', ['env:staging']],
    ['(env:dev OR sys', ['system:']],
    ['system:', ['system:shop']],
    ['zone:', ['zone:eu-west-1a']],
    ['room:', ['room:<9', 'room:<7d']],
    ['room:<7', ['room:<7d']],
    ['finding:nodepool-lim', ['finding:nodepool-limit']],
    ['label:te', ['label:"team=two words"']],
    ['verdict:crit', ['verdict:critical']],
    ['verdict:critical', []],
    ['nonsense:', []],
    ['constructor:', []],
    ['"no free', []],
  ])('%s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  it('suggests the first keys, the order of which is that of the columns', () => {
    expect(words('')).toEqual(words('env:prod '));
    expect(words('').slice(0, 2)).toEqual(['verdict:', 'phase:']);
  });

  it('replaces the whole word that the cursor is in', () => {
    const line = 'env:prod ver:critical nodes:>5';
    const found = completionsOf(line, line.indexOf('r:') + 1, rows);
    expect(line.slice(found.start, found.end)).toBe('ver:critical');
    expect(found.words).toEqual(['verdict:']);
  });
});
