export { SpecFields } from './SpecFields';
export { SpecTopics } from './SpecTopics';
export { metadataFields, poolFields } from './topicsOfSpec';
