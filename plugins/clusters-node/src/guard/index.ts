export * from './AddressRefusedError';
export * from './ApiServerGuard';
