export * from './eventually';
export * from './sharedPath';
export * from './TestClient';
