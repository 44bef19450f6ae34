import { assessment } from '../../__testUtils__/fixtures';
import { changesSince, readVisits, withLook } from './visits';

const MINUTE = 60_000;
const [finding] = assessment.findings;
const other = { ...finding, id: 'other' };

describe('visits', () => {
  it('begin anew after a pause, and go on without one', () => {
    const first = withLook(undefined, [finding], 0);
    expect(first.before).toBeUndefined();
    const again = withLook(first, [other], 5 * MINUTE);
    expect(again.before).toBeUndefined();
    const later = withLook(again, [finding], 60 * MINUTE);
    expect(later.before).toEqual(again.last);
    // While the page is open, the visit that is compared with stays.
    expect(withLook(later, [], 80 * MINUTE).before).toEqual(again.last);
  });

  it('are read as they were written, and nothing else is', () => {
    const visits = withLook(withLook(undefined, [], 0), [finding], 1e9);
    expect(readVisits(JSON.parse(JSON.stringify(visits)))).toEqual(visits);
    for (const odd of [undefined, null, 'x', {}, { last: { at: 'x' } }]) {
      expect(readVisits(odd)).toBeUndefined();
    }
  });

  it('show which findings came and which went', () => {
    const { last } = withLook(undefined, [finding], 0);
    expect(changesSince(last, [other])).toMatchObject({
      came: [{ id: 'other' }],
      went: [{ id: finding.id, title: finding.title }],
    });
    expect(changesSince(last, [finding])).toEqual({ came: [], went: [] });
  });
});
