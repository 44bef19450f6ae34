import type { Finding } from './findingSchema';
import { consequencesOf } from './consequencesOf';
import { rootFindings } from './rootFindings';

const finding = (id: string, ...consequences: string[]) =>
  ({ id, consequences } as Finding);
const ids = (findings: Finding[]) => findings.map(({ id }) => id);

describe('findings and their consequences', () => {
  const all = [
    finding('pods-wait'),
    finding('operator-down', 'no-addresses', 'pods-wait', 'gone'),
    finding('no-addresses'),
    finding('old-version'),
  ];

  it('separates root causes from consequences', () => {
    expect(ids(rootFindings(all))).toEqual(['operator-down', 'old-version']);
    expect(rootFindings([])).toEqual([]);
  });

  it('finds the listed consequences in their order', () => {
    expect(ids(consequencesOf(all[1], all))).toEqual([
      'no-addresses',
      'pods-wait',
    ]);
    expect(consequencesOf(all[0], all)).toEqual([]);
  });
});
