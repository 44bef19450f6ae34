export * from './sharedPath';
export * from './TestClient';
