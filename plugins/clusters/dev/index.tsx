// The dev app is a frontend of its own and brings the styles that apps bring.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { NOW } from '@clusterworks/kube-fixtures';
import clustersPlugin from '../src';
import { catalogStandInModule, fixturesModule } from './fixturesModule';

// The fixtures have one clock, and ages are part of what the pages show.
Date.now = () => Date.parse(NOW);

createDevApp({
  features: [clustersPlugin, fixturesModule, catalogStandInModule],
});
