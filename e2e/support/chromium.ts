import { chromium, type Browser } from '@playwright/test';
import fs from 'node:fs';

const candidates = [
  process.env.CLUSTERWORKS_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser on this machine, if there is one. */
export const chromiumPath = candidates.find(
  candidate => candidate && fs.existsSync(candidate),
);

/** Starts the machine's browser without its background traffic. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
