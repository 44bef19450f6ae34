import { Markdown, markdownCode } from '@clusterworks/plugin-clusters-common';
import { isUserRef } from './Requester';

/**
 * A user's reference; links to the user's page in the catalog when the address
 * of the portal is known.
 */
export function userText(ref: string, portalUrl?: string): Markdown {
  const code = markdownCode(ref);
  const page = portalUrl && isUserRef(ref) && pageOf(ref, portalUrl);
  return page ? Markdown.trusted(`[${code}](${page})`) : code;
}

function pageOf(ref: string, portalUrl: string): string | undefined {
  const [, namespace, name] = /^user:([^/]+)\/(.+)$/i.exec(ref) ?? [];
  const base = URL.canParse(portalUrl) ? new URL(portalUrl) : undefined;
  if (!name || !base || !/^https?:$/.test(base.protocol)) {
    return undefined;
  }
  // A parenthesis would end the link.
  const path = base.pathname
    .replace(/\/+$/, '')
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29');
  return `${base.origin}${path}/catalog/${namespace}/user/${name}`;
}
