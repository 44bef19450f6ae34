export { DrainPlanSection } from './DrainPlanSection';
export { DrainPlanOf } from './DrainPlanOf';
