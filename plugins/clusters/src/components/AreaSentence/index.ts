export { AreaSentence } from './AreaSentence';
