import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import failOnConsole from 'jest-fail-on-console';

// Rendering whole pages in jsdom is slow on a busy machine. A longer timeout
// only delays tests that fail.
configure({ asyncUtilTimeout: 30_000 });

/** Warnings that Backstage's own components print in jsdom in any test. */
const FOREIGN = [
  // jsdom's CSS parser does not understand all style sheets of Backstage's
  // sidebar (Material UI).
  /\[JSS\] processedRuleToParse is not defined/,
  // The router of Backstage's test app.
  /React Router Future Flag Warning/,
  // Material UI 4 under the filters of the catalog.
  /findDOMNode is deprecated/,
];
// Any other warning or error comes from our code, and fails its test.
failOnConsole({
  silenceMessage: message => FOREIGN.some(known => known.test(message)),
});
