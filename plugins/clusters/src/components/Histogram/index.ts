export { Histogram, type HistogramMark } from './Histogram';
