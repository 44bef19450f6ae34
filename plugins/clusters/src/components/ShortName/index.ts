export { ShortName } from './ShortName';
