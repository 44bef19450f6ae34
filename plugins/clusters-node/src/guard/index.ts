export * from './AddressRefusedError';
export * from './ApiServerGuard';
export * from './configuredClusterNames';
