export { addInitCommand } from './addInitCommand';
