export { default } from './ReplayPage';
