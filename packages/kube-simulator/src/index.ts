/**
 * Simulated Kubernetes API servers that answer as a real one does.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './aws';
export * from './testing';
export * from './tls';
