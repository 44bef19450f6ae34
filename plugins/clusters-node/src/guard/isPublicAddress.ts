import ipaddr from 'ipaddr.js';

/** Whether an IP address is one that anybody on the internet may use. */
export function isPublicAddress(address: string): boolean {
  return (
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
  );
}
