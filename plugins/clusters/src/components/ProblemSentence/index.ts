export { ProblemSentence } from './ProblemSentence';
