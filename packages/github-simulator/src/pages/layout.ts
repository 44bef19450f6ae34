import type { Html } from './html';
import { html } from './html';

/** Where the style sheets are served from. */
export const ASSETS = '/_assets';

/** A whole page. */
export function layout(title: string, body: Html): string {
  const page = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulated GitHub</title>
        <link rel="stylesheet" href="${ASSETS}/diff2html.css" />
        <link rel="stylesheet" href="${ASSETS}/pages.css" />
      </head>
      <body>
        <header>
          <a href="/">Simulated GitHub</a>
          <span
            >a stand-in for GitHub with a real git repository behind it</span
          >
        </header>
        <main>${body}</main>
      </body>
    </html>`;
  return page.text;
}

/** Style of the pages; plain on purpose. */
export const PAGES_CSS = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; }
body { margin: 0; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .75rem 1.5rem; background: #24292f; color: #d0d7de; }
header a { color: #fff; font-weight: 600; text-decoration: none; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; font-weight: 500; margin: .5rem 0; overflow-wrap: anywhere; }
a { color: #0550ae; }
nav { display: flex; gap: 1rem; margin-bottom: 1rem; }
pre, code { font: 13px/1.45 ui-monospace, monospace; }
pre { background: #f6f8fa; border: 1px solid #d0d7de; border-radius: 6px; padding: .75rem; overflow-x: auto; }
.body { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f8fa; border: 1px solid #d0d7de; border-radius: 6px; padding: .75rem 1rem; }
.state { display: inline-block; border-radius: 1rem; padding: .1rem .75rem; color: #fff; font-weight: 600; }
.open { background: #1a7f37; } .merged { background: #8250df; } .closed { background: #cf222e; }
.muted { color: #59636e; }
form { display: inline-block; margin: 1rem .5rem 1rem 0; }
button { font: inherit; font-weight: 600; border: 1px solid #1f232826; border-radius: 6px; padding: .4rem 1rem; background: #f6f8fa; cursor: pointer; }
button.primary { background: #1a7f37; color: #fff; }
button:disabled { background: #eaeef2; color: #59636e; cursor: not-allowed; }
table.list { border-collapse: collapse; width: 100%; }
table.list td { border-top: 1px solid #d0d7de; padding: .4rem .5rem; }
`;
