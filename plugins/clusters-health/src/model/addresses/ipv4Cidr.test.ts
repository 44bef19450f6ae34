import { ipv4BlockSize, usableSubnetAddresses } from './ipv4Cidr';

describe('ipv4Cidr', () => {
  it.each([
    ['10.40.0.0/20', 4096, 4091],
    ['10.40.0.0/28', 16, 11],
    ['10.40.0.0/16', 65536, 65531],
    ['10.40.0.0/29', 8, undefined],
    ['10.0.0.0/8', 16777216, undefined],
    ['10.40.0.0/33', undefined, undefined],
    ['10.400.0.0/20', undefined, undefined],
    ['fd00::/64', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (cidr, size, usable) => {
    expect(ipv4BlockSize(cidr)).toBe(size);
    expect(usableSubnetAddresses(cidr)).toBe(usable);
  });
});
