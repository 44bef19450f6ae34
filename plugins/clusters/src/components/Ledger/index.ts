export { leftOf, ledgerOf, provisionedShare } from './ledger';
export { LedgerBar } from './LedgerBar';
