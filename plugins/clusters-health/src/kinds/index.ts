export * from './facts';
export * from './quantity';
export * from './Snapshot';
export * from './projectObject';
export * from './projectCapture';
export * from './captureFromBundle';
