import { shortNames } from './shortNames';

describe('shortNames', () => {
  it.each([
    ['Node ip-10-0-1-7.ec2.internal waits', 'Node ip-10-0-1-7 waits'],
    [
      'ip-10-40-1-88.eu-west-1.compute.internal, ip-10-40-1-9.eu-west-1.compute.internal',
      'ip-10-40-1-88, ip-10-40-1-9',
    ],
    ['i-0123456789abcdef0.eu-west-1.compute.internal', 'i-0123456789abcdef0'],
    ['Node general-new2 waits', 'Node general-new2 waits'],
    ['db.prod.internal is gone', 'db.prod.internal is gone'],
    ['ip-10-0-1-7.example.com', 'ip-10-0-1-7.example.com'],
  ])('of %s are %s', (text, short) => {
    expect(shortNames(text)).toBe(short);
  });
});
