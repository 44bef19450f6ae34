export * from './Cidr';
export * from './nextFreeCidr';
export * from './privateRanges';
