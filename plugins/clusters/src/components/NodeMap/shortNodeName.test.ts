import { shortNodeName } from './shortNodeName';

describe('shortNodeName', () => {
  it.each([
    ['ip-10-40-1-88.eu-west-1.compute.internal', '1.88'],
    ['ip-10-40-1-88', '1.88'],
    ['ip-10-40-1-88-x', 'ip-10-40-1-88-x'],
    [
      'i-0c4f91.eu-west-1.compute.internal',
      'i-0c4f91.eu-west-1.compute.internal',
    ],
    ['general-1', 'general-1'],
  ])('%s is %s', (name, short) => {
    expect(shortNodeName(name)).toBe(short);
  });
});
