export * from './AddressCheck';
export * from './addressCheckOf';
export * from './checkOverlaps';
export * from './overlapPolicyOf';
