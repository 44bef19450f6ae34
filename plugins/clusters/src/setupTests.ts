import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages in jsdom take their time on a busy machine; a test that waits
// longer is only slow when it fails.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });
