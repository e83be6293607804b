import { isIPv6 } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { EnvironmentSetting } from '../lib/settings';

const ROLES = ['all', 'ingest', 'web'] as const;
export type Role = (typeof ROLES)[number];

export interface Config {
  role: Role;
  /** what to listen on; an IPv6 address without brackets */
  host: string;
  port: number;
  /** null: the embedded server in dataDir */
  databaseUrl: string | null;
  dataDir: string;
  /** a feed list's path; null: no starting feeds and no sample wire */
  feedsFile: string | null;
  /** the sample wire may start when no feed answers */
  sample: boolean;
  pollMinSeconds: number;
  /** host:port pairs that may be asked although their address is private */
  allowPrivateFeeds: ReadonlySet<string>;
  adminToken: string | null;
  /** names that the Host header may carry, without port, as browsers write them: lower case, `xn--…`, `[::1]` */
  allowedHosts: ReadonlySet<string>;
  contact: string | null;
  /** the most pages that are asked of one server on one day (UTC) for articles whose feed carries only summaries */
  pagesPerHostDay: number;
  /** the address under which hubs reach this Marsad, without a slash at the end; null: none can, and nothing is pushed */
  publicUrl: string | null;
  logLevel: string;
  dev: boolean;
  nextDistDir: string;
  projectDir: string;
  /** all of the above as a reader may see it */
  environment: readonly EnvironmentSetting[];
}

/** Thrown by readConfig: one line a bad setting. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const WILDCARDS = new Map([['0.0.0.0', '127.0.0.1'], ['[::]', '[::1]']]);
const withoutBrackets = (host: string) => host.replace(/^\[|\]$/gu, '');

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(withoutBrackets(hostInAddress(host)));
}

/** As a browser writes it in an address and in the Host header: lower case, an Arabic name as `xn--…`, IPv6 short and in brackets. */
function hostInAddress(host: string): string {
  const bare = withoutBrackets(host);
  const written = bare.includes(':') ? `[${bare}]` : bare;
  return URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written.toLowerCase();
}

/** Where to find what listens on that host. One that listens on every address is found on the loopback. */
export function addressOf(host: string, port: number): string {
  const name = hostInAddress(host);
  return `http://${WILDCARDS.get(name) ?? name}:${port}`;
}

const list = (text: string) => text.split(',').map((part) => part.trim().toLowerCase()).filter(Boolean);
const whole = (min: number, max: number) =>
  z.string().regex(/^[0-9]+$/u, `must be a whole number from ${min} to ${max}`).transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
const isHostName = (host: string) => (/^\[.*\]$/u.test(host) ? isIPv6(withoutBrackets(host)) : !/[\s/:]/u.test(host));
const HOST_PORT = /^(\[[0-9a-f:]+\]|[^\s:/]+):[0-9]{1,5}$/u;

/** Where a hub can send something: no query, no fragment, no password. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username + password + search + hash === '';
}

const schema = z.object({
  ROLE: z.enum(ROLES, `must be one of ${ROLES.join(', ')}`).default('all'),
  HOST: z.string().regex(/^[^\s/]+$/u, 'must be a host name or an address').transform(withoutBrackets).default('127.0.0.1'),
  PORT: whole(0, 65535).default(3000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//u, 'must begin with postgres:// or postgresql://').optional(),
  DATA_DIR: z.string().default('.data'),
  FEEDS: z.string().default('prisma/feeds.json'),
  POLL_MIN_SECONDS: whole(1, 21_600).default(60),
  ALLOW_PRIVATE_FEEDS: z.string().default('').transform(list)
    .refine((pairs) => pairs.every((pair) => HOST_PORT.test(pair)), 'must be host:port pairs, separated by commas'),
  ADMIN_TOKEN: z.string().min(16, 'must have at least 16 characters')
    .regex(/^[\x21-\x7e]*$/u, 'must be plain ASCII without spaces: browsers send it in a header').optional(),
  ALLOWED_HOSTS: z.string().default('').transform(list)
    .refine((hosts) => hosts.every(isHostName), 'must be host names without scheme and port, IPv6 in brackets, separated by commas'),
  CONTACT: z.string().max(200).regex(/^[\x20-\x7e]*$/u, 'must be plain ASCII: it goes into the User-Agent').optional(),
  PUBLIC_URL: z.string().max(1000).refine(isPublicUrl, 'must be an http or https address without query and password')
    .transform((address) => new URL(address).href.replace(/\/+$/u, '')).optional(),
  PAGES_PER_HOST_DAY: whole(0, 100_000).default(500),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  MARSAD_DEV: z.string().optional(),
  NEXT_DIST_DIR: z.string().default('.next'),
}).superRefine((env, context) => {
  if (env.ROLE !== 'all' && !env.DATABASE_URL) {
    context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: `is required with ROLE=${env.ROLE}: both sides meet in it` });
  }
});

type Environment = Record<string, string | undefined>;

/** An empty variable counts as unset: that is what `PORT= npm start` means. */
function present(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/** May hold a password, or is one. */
const SECRETS = new Set(['DATABASE_URL', 'ADMIN_TOKEN']);
/** Of no meaning to whoever runs Marsad. */
const INNER = new Set(['MARSAD_DEV', 'NEXT_DIST_DIR']);

/** The settings as they hold, and whether they were given; of a secret only that. */
function environmentSettings(given: Environment, value: Record<string, unknown>): EnvironmentSetting[] {
  return Object.keys(schema.shape).filter((name) => !INNER.has(name)).map((name) => {
    const secret = SECRETS.has(name);
    const held = value[name];
    const shown = secret || held == null ? '' : [held].flat().join(', ');
    return { name, value: shown === '' ? null : shown, secret, from: given[name] === undefined ? 'default' : 'environment' };
  });
}

function hosts(host: string, named: string[]): ReadonlySet<string> {
  const own = hostInAddress(host);
  return new Set(['localhost', '127.0.0.1', '[::1]', ...(WILDCARDS.has(own) ? [] : [own]), ...named.map(hostInAddress)]);
}

/**
 * The settings, read once. Nothing else reads the environment.
 * @param env the process's environment
 * @param projectDir what relative paths start from
 * @throws ConfigError naming every bad variable at once; values are not repeated, since one may be a secret
 */
export function readConfig(env: Environment, projectDir: string): Config {
  const given = present(env);
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const value = parsed.data;
  return {
    role: value.ROLE,
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: path.resolve(projectDir, value.DATA_DIR),
    feedsFile: value.FEEDS === 'none' ? null : path.resolve(projectDir, value.FEEDS),
    sample: value.FEEDS !== 'none',
    pollMinSeconds: value.POLL_MIN_SECONDS,
    allowPrivateFeeds: new Set(value.ALLOW_PRIVATE_FEEDS),
    adminToken: value.ADMIN_TOKEN ?? null,
    allowedHosts: hosts(value.HOST, value.ALLOWED_HOSTS),
    contact: value.CONTACT ?? null,
    pagesPerHostDay: value.PAGES_PER_HOST_DAY,
    publicUrl: value.PUBLIC_URL ?? null,
    logLevel: value.LOG_LEVEL,
    dev: value.MARSAD_DEV === '1',
    nextDistDir: value.NEXT_DIST_DIR,
    projectDir,
    environment: environmentSettings(given, value),
  };
}

/** The environment of this process, for server/main.ts and the command line. */
export function readProcessConfig(projectDir: string): Config {
  return readConfig(process.env, projectDir);
}

/** This process's environment with changes, for a child process; null takes a variable out. */
export function environmentWith(changes: Record<string, string | null>): Environment {
  return Object.fromEntries(Object.entries({ ...process.env, ...changes }).filter((pair): pair is [string, string] => pair[1] != null));
}
