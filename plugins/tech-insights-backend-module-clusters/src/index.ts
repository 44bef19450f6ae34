/**
 * Facts about clusters for the scorecards of Tech Insights.
 *
 * @packageDocumentation
 */
export { techInsightsModuleClusters as default } from './module';
