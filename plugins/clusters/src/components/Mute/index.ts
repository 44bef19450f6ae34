export { MuteControl } from './MuteControl';
export { MutedMark } from './MutedMark';
export { MuteSection } from './MuteSection';
