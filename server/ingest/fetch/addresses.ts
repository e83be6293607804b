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

/** Whether an address is one that anybody may ask: no loopback, private, link-local, mapped, translated or reserved one. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

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
