import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SourceUnreadable } from './byte-source.ts';

/**
 * Where an address that somebody wrote may lead: `public` hosts alone; this machine too, where it is `named-loopback`
 * (`localhost`, `127.0.0.1`, `[::1]`) in so many words; or `anywhere`, private networks among it. Nowhere leads to
 * where machines are handed their credentials.
 */
export type Reach = 'public' | 'named-loopback' | 'anywhere';

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** RFC 6890 and the registries of IANA for special-purpose addresses. */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Those that hold an IPv4 address are among them (NAT64, 6to4, Teredo): they lead to where it does. */
const SPECIAL_IPV6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

/** Of AWS (instances, ECS, EKS), Azure's wire server, and Google Cloud, which has that of AWS. */
const CREDENTIALS_IPV4 = ['169.254.169.254', '169.254.170.2', '169.254.170.23', '168.63.129.16'];
const CREDENTIALS_IPV6 = ['fd00:ec2::254', 'fd00:ec2::23'];

const special = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IPV6) special.addSubnet(network, prefix, 'ipv6');

const credentials = new BlockList();
for (const address of CREDENTIALS_IPV4) credentials.addAddress(address, 'ipv4');
for (const address of CREDENTIALS_IPV6) credentials.addAddress(address, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const NAMES_OF_LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const namesLoopback = ({ hostname }: URL): boolean => NAMES_OF_LOOPBACK.has(hostname);

/** Whether a connection may be made to this address. */
export function isReachable(address: string, reach: Reach): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || credentials.check(address, family)) return false;
  if (reach === 'anywhere') return true;
  return (reach === 'named-loopback' && loopback.check(address, family)) || !special.check(address, family);
}

const refused = () =>
  new SourceUnreadable('its host is in a private network, or it is where machines get their credentials');

/** Throws where the host is written as an address that may not be reached. Names are looked at in {@link guarded}. */
export function mustBeReachable({ hostname }: URL, reach: Reach): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0 && !isReachable(address, reach)) throw refused();
}

/**
 * Looks a name up for a connection, and gives only what may be reached: the address that was looked at is the one that
 * is connected to, so that a name which answers differently the second time leads nowhere.
 */
export function guarded(reach: Reach, resolve: Resolve = lookup): LookupFunction {
  return (hostname, { all }, done) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? new Error('the name has no address'), '', 0);
      if (!addresses.every(({ address }) => isReachable(address, reach))) return done(refused(), '', 0);
      if (all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}
