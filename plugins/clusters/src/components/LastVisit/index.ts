export { SinceLastVisit } from './SinceLastVisit';
