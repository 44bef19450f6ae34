export { CreationSteps } from './CreationSteps';
