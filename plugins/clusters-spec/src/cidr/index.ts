export * from './Cidr';
export * from './cidrTextsOverlap';
export * from './freeCidrs';
export * from './nextFreeCidr';
export * from './privateRanges';
export * from './collisionProneRanges';
export * from './proposeCidr';
