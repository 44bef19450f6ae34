import type { Scenario } from './Scenario';

/** Jobs come and go; nothing is wrong. */
export const healthy: Scenario = {
  description: 'jobs come and go, nodes with them; nothing is wrong',
  begin: ({ activity }) => {
    activity.beginJobs();
    activity.beginTraining();
  },
};
