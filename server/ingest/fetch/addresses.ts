import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** As net.connect calls it, `all` included. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export class PrivateAddressError extends Error {
  constructor(readonly host: string, address: string) {
    super(host === address ? `${address} is no public address` : `${host} leads to ${address}, which is no public address`);
    this.name = 'PrivateAddressError';
  }
}

export const resolveByDns: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/** All of IPv6 that is given out (RFC 4291, 2.4). What lies outside ipaddr.js takes for unicast too, `::127.0.0.1` among it. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one that anybody may ask: no loopback, private, link-local, mapped, tunnelled or reserved one. One that a
 * NAT64 gateway translates (RFC 6052) is as public as the IPv4 address in it: behind such a gateway every IPv4 server has one.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  if (address.includes('%')) return false;
  const bytes = parsed.toByteArray();
  if (NAT64.every((byte, i) => bytes[i] === byte)) return isPublic(bytes.slice(12).join('.'));
  return parsed.range() === 'unicast' && parsed.match(GIVEN_OUT);
}

/** 64:ff9b::/96 */
const NAT64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

/** @throws PrivateAddressError where the host is itself an address and no public one: lookup is never called for those */
export function refusePrivateLiteral(hostname: string): void {
  if (isIP(hostname) !== 0 && !isPublic(hostname)) throw new PrivateAddressError(hostname, hostname);
}

/**
 * A lookup that hands on only what it has checked, so that the address checked is the address connected to.
 * One private answer refuses the name.
 */
export function guardedLookup(resolve: Resolve): Lookup {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => answer(hostname, addresses, options, callback),
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

function answer(hostname: string, addresses: LookupAddress[], options: LookupOptions, callback: Parameters<Lookup>[2]): void {
  const refused = addresses.find(({ address }) => !isPublic(address));
  const [first] = addresses;
  if (refused) callback(new PrivateAddressError(hostname, refused.address), []);
  else if (!first) callback(Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' }), []);
  else if (options.all) callback(null, addresses);
  else callback(null, first.address, first.family);
}
