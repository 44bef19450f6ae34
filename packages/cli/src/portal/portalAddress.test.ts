import { portalAddress } from './portalAddress';

describe('portalAddress', () => {
  it.each([
    ['https://portal.example.com', 'https://portal.example.com'],
    ['https://portal.example.com/base/', 'https://portal.example.com/base'],
    ['http://localhost:7007', 'http://localhost:7007'],
    ['http://127.0.0.1:7007/', 'http://127.0.0.1:7007'],
    ['http://[::1]:7007', 'http://[::1]:7007'],
  ])('accepts %s', (text, address) => {
    expect(portalAddress(text)).toBe(address);
  });

  it.each([
    ['portal.example.com', 'must be an address'],
    ['ftp://portal.example.com', 'must be an address'],
    ['http://portal.example.com', 'must begin with https://'],
    ['http://localhost.example.com', 'must begin with https://'],
    ['http://127.0.0.1.example.com', 'must begin with https://'],
    ['https://user:secret@portal.example.com', 'without user, password'],
    ['https://portal.example.com?a=b', 'without user, password'],
  ])('refuses %s', (text, message) => {
    expect(() => portalAddress(text)).toThrow(message);
  });
});
