export { type Problem, problemsAt } from './problemsAt';
export { SpecFields } from './SpecFields';
export { SpecTopics } from './SpecTopics';
export { metadataFields, poolFields } from './topicsOfSpec';
