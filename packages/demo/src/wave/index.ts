export { startWave } from './startWave';
