export * from './AddressCheck';
export * from './checkOverlaps';
export * from './overlapPolicyOf';
export * from './overlapsOf';
