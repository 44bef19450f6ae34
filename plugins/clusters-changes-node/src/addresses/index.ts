export * from './AddressCheck';
export * from './checkOverlaps';
export * from './overlapPolicyOf';
export * from './overlapsOf';
export * from './uncheckedOf';
