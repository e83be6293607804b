import type { IncomingMessage } from 'node:http';

/** The name in a Host header without its port, lower case: `[::1]:3000` -> `[::1]`. */
export function hostName(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:[0-9]+$/u, '');
}

/** DNS rebinding gives a foreign name our address: only names on the list are served. */
export function hostAllowed(header: string | undefined, allowed: ReadonlySet<string>): boolean {
  return allowed.has(hostName(header));
}

/** Browsers name the page's origin on every write and on the socket: it has to be the very host that is asked. */
export function originAllowed(origin: string | undefined, host: string | undefined): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

const READS = new Set(['GET', 'HEAD']);

/**
 * Whether a request may go on. A write needs an Origin; a read only has to be free of a foreign one.
 * @returns null if it may, else the status and why
 */
export function refusal(request: IncomingMessage, allowedHosts: ReadonlySet<string>): { status: number; reason: string } | null {
  const { host, origin } = request.headers;
  if (!hostAllowed(host, allowedHosts)) {
    return { status: 421, reason: `Host ${hostName(host) || '(none)'} is not served here: name it in ALLOWED_HOSTS` };
  }
  if (!READS.has(request.method ?? '') && !originAllowed(origin, host)) {
    return { status: 403, reason: 'a write has to come from this site: Origin and Host differ' };
  }
  return null;
}

/** The socket carries only reads, but a foreign page must not read a private Marsad through its reader's browser. */
export function socketAdmitted(request: IncomingMessage, allowedHosts: ReadonlySet<string>): boolean {
  const { host, origin } = request.headers;
  return hostAllowed(host, allowedHosts) && (origin === undefined || originAllowed(origin, host));
}

/**
 * The Content-Security-Policy of one page. Nothing comes from elsewhere, images included, but tiles from where the settings name; scripts run by nonce.
 * Charts place their parts with style attributes, hence style-src-attr.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean, tiles: string | null = null): string {
  const ours = tiles === null ? "'self'" : `'self' ${tiles}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src ${ours} data:`,
    "font-src 'self'",
    `connect-src ${ours}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * What every answer carries that is written here, by Next or by Socket.IO, refusals included; not what Node itself says to what
 * is no HTTP, nor a refused upgrade. No HSTS and no upgrade to https: Marsad speaks plain http on the loopback.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** For the socket's answers, which are no pages. */
export const SOCKET_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};
