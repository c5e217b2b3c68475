/** Where this server is reached, for addresses that are handed out. PUBLIC_URL wins, as a proxy may rewrite the host. */
export function publicOrigin(request: Request): string {
  const configured = process.env.PUBLIC_URL;
  if (configured) return new URL(configured).origin;
  const host = request.headers.get("host");
  const { protocol, origin } = new URL(request.url);
  return host === null ? origin : `${protocol}//${host}`;
}
