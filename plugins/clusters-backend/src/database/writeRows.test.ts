import fc from 'fast-check';
import { writeRows } from './writeRows';

const refusal = Object.assign(new Error('too long'), { code: '22001' });
const outage = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });

type Row = 'good' | 'refused' | 'stuck';

function database() {
  const written: number[] = [];
  return {
    written,
    async insert(rows: readonly { id: number; row: Row }[]) {
      const bad = rows.find(({ row }) => row !== 'good');
      if (bad) {
        throw bad.row === 'refused' ? refusal : outage;
      }
      written.push(...rows.map(({ id }) => id));
    },
  };
}

describe('writeRows', () => {
  it('writes every good row in the end, whatever the others are', async () => {
    const rowsOf = fc.array(fc.constantFrom<Row>('good', 'refused', 'stuck'), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        rowsOf,
        fc.integer({ min: 1, max: 7 }),
        async (kinds, batch) => {
          const { written, insert } = database();
          const rows = kinds.map((row, id) => ({ id, row }));
          const refused: number[] = [];
          let left = rows;
          // A row that the database does not accept now costs one call; then
          // the other rows are written.
          for (let calls = 0; calls <= kinds.length; calls += 1) {
            const outcome = await writeRows(left, insert, batch);
            refused.push(...outcome.refused.map(({ id }) => id));
            left = outcome.left;
          }
          const ids = (kind: Row) =>
            rows.filter(({ row }) => row === kind).map(({ id }) => id);
          const sorted = (numbers: number[]) =>
            [...numbers].sort((one, other) => one - other);
          expect(sorted(written)).toEqual(ids('good'));
          expect(sorted(refused)).toEqual(ids('refused'));
          expect(sorted(left.map(({ id }) => id))).toEqual(ids('stuck'));
        },
      ),
    );
  });

  it('stops writing row by row when the database is down', async () => {
    const insert = jest.fn().mockRejectedValue(outage);
    const rows = Array.from({ length: 1_000 }, (_, index) => index);
    const { left, error } = await writeRows(rows, insert);
    expect(insert).toHaveBeenCalledTimes(2);
    expect(left).toHaveLength(1_000);
    expect(error).toBe(outage);
  });
});
