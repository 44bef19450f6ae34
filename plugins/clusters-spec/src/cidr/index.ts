export * from './Cidr';
export * from './freeCidrs';
export * from './nextFreeCidr';
export * from './privateRanges';
