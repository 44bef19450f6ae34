const EKS_HOST =
  /\.([a-z]{2}(?:-[a-z]{2,12}){1,2}-\d{1,2})\.eks\.amazonaws\.com(?:\.cn)?$/;

/** The region in the name of an EKS API server; other servers have none. */
export function regionOfServer(url: string): string | undefined {
  return EKS_HOST.exec(new URL(url).hostname)?.[1];
}
