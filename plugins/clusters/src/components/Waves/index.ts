export * from './StartWavePage';
export * from './useRunningWaves';
export * from './WaveMark';
export * from './WavePage';
export * from './WavesPage';
