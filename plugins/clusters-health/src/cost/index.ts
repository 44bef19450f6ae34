export * from './costShares';
