import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Rendering whole pages in jsdom is slow on a busy machine. A longer timeout
// only delays tests that fail.
configure({ asyncUtilTimeout: 30_000 });
