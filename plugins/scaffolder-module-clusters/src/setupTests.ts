import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import failOnConsole from 'jest-fail-on-console';

// Whole pages in jsdom take their time on a busy machine; a test that waits
// longer is only slow when it fails.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

// The stepper of the scaffolder scrolls up, and jsdom has no layout to scroll.
window.scrollTo = () => {};

/** What Backstage's own parts say in jsdom, whatever the test. */
const FOREIGN = [
  // The router of Backstage's test app.
  /React Router Future Flag Warning/,
  // Material UI 4 under the form of the scaffolder.
  /findDOMNode is deprecated/,
];
// Anything else that is printed is a fault of ours, and fails its test.
failOnConsole({
  silenceMessage: message => FOREIGN.some(known => known.test(message)),
});
