import { negated, type Operator } from './operator.ts';

interface Network {
  readonly version: 4 | 6;
  readonly bits: bigint;
  readonly prefixLength: number;
}

function bitsOfVersion4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function bitsOfVersion6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** An address, or a block in CIDR notation. */
function networkOf(text: string): Network | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0) return undefined;
  const version = address.includes(':') ? 6 : 4;
  const most = version === 6 ? 128 : 32;
  const bits = version === 6 ? bitsOfVersion6(address) : bitsOfVersion4(address);
  if (bits === undefined || (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= most)))
    return undefined;
  return { version, bits, prefixLength: length === undefined ? most : Number(length) };
}

const IpAddress: Operator = {
  name: 'IpAddress',
  fits: (written) => {
    const network = networkOf(written);
    return (text) => {
      const found = networkOf(text);
      if (!network || found?.version !== network.version || found.prefixLength < network.prefixLength)
        return false;
      const shift = BigInt((network.version === 6 ? 128 : 32) - network.prefixLength);
      return found.bits >> shift === network.bits >> shift;
    };
  },
};

export const addresses: readonly Operator[] = [IpAddress, negated('NotIpAddress', IpAddress)];
