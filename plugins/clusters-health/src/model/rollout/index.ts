export * from './isRolling';
export { podsOf } from './podsOf';
export { refusalOf, type Refusal } from './refusal';
export { rolloutFault, type RolloutFault } from './rolloutFault';
export { unavailableSince } from './unavailableSince';
