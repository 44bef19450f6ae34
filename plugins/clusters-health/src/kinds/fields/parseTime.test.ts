import fc from 'fast-check';
import { parseTime } from './parseTime';

it('reads the times that Kubernetes writes as Date.parse does', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('0000-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59Z'),
        noInvalidDate: true,
      }),
      fc.integer({ min: 0, max: 999_999 }),
      (date, micros) => {
        const seconds = date.toISOString().slice(0, 19);
        const fraction = String(micros).padStart(6, '0');
        for (const text of [`${seconds}Z`, `${seconds}.${fraction}Z`]) {
          expect(parseTime(text)).toBe(Date.parse(text));
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

it('reads every other text as Date.parse does', () => {
  const form = '2026-02-28T23:59:59.123456Z';
  fc.assert(
    fc.property(
      fc.constantFrom(form, '2026-02-28T23:59:59Z'),
      fc.array(
        fc.tuple(
          fc.nat(form.length - 1),
          fc.constantFrom(...'0123456789-:.TZ+ x/é'),
        ),
        { maxLength: 3 },
      ),
      (text, changes) => {
        const letters = [...text];
        for (const [at, letter] of changes) {
          letters[at % letters.length] = letter;
        }
        const changed = letters.join('');
        expect(parseTime(changed)).toBe(Date.parse(changed));
      },
    ),
    { numRuns: 5_000 },
  );
});

it.each([
  '2026-02-29T00:00:00Z',
  '2028-02-29T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-12-31T24:00:00Z',
  '2026-12-31T24:00:01Z',
  '2026-12-31T23:59:60Z',
  '0099-01-01T00:00:00Z',
  '2026-01-01T00:00:00+02:00',
  '',
  'yesterday',
])('reads %j as Date.parse does', text => {
  expect(parseTime(text)).toBe(Date.parse(text));
});
