import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import failOnConsole from 'jest-fail-on-console';

// Whole pages in jsdom take their time on a busy machine; a test that waits
// longer is only slow when it fails.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

/** What Backstage's own parts say in jsdom, whatever the test. */
const FOREIGN = [
  // Material UI's style sheets of Backstage's sidebar meet jsdom's CSS parser.
  /\[JSS\] processedRuleToParse is not defined/,
  // The router of Backstage's test app.
  /React Router Future Flag Warning/,
];
// Anything else that is printed is a fault of ours, and fails its test.
failOnConsole({
  silenceMessage: message => FOREIGN.some(known => known.test(message)),
});
