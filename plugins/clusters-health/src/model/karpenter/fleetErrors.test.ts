import { fleetErrors } from './fleetErrors';

const read = (message: string) =>
  fleetErrors(message).map(({ code, kind }) => `${code} ${kind ?? '?'}`);

it.each([
  [
    'creating instance, insufficient capacity, with fleet error(s), UnfulfillableCapacity: Unable to fulfill; VcpuLimitExceeded: You have requested',
    ['UnfulfillableCapacity capacity', 'VcpuLimitExceeded quota'],
  ],
  [
    'with fleet error(s), InsufficientInstanceCapacity: We currently do not have; please try',
    ['InsufficientInstanceCapacity capacity'],
  ],
  ['with fleet error(s), Some.NewCode: whatever', ['Some.NewCode ?']],
  ['x', []],
  ['', []],
])('%s', (message, expected) => {
  expect(read(message)).toEqual(expected);
});
