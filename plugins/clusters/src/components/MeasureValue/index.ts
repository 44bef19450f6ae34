export { MeasureValue } from './MeasureValue';
