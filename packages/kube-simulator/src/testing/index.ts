export * from './TestClient';
