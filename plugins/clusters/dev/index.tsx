import '@backstage/ui/css/styles.css';
import { createDevApp } from '@backstage/frontend-dev-utils';
import clustersPlugin from '../src';
import { fixturesModule } from './fixturesModule';

createDevApp({ features: [clustersPlugin, fixturesModule] });
