import fc from 'fast-check';
import process from 'node:process';

/** Values of a property that sets no seed itself. */
function tried(): number[] {
  const values: number[] = [];
  fc.assert(
    fc.property(fc.integer(), value => {
      values.push(value);
    }),
  );
  return values;
}

it('tries the same values in each run', () => {
  const seed = Number(process.env.CLUSTERWORKS_FUZZ_SEED ?? 1);
  expect(fc.readConfigureGlobal()).toEqual({ seed });
  expect(tried()).toEqual(tried());
});
