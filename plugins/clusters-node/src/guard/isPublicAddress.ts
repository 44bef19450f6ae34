import ipaddr from 'ipaddr.js';

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  return (
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
  );
}
