import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** One value in DER: its tag, how long it is, and what it holds. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

export const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
export const octets = (...contents: readonly Uint8Array[]): Buffer => der(0x04, ...contents);
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const bits = (content: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);
const boolean = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]));
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().replace(/\.\d+|[-:TZ]/g, '')}Z`));

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const inSevenBits = (arc: number): number[] => {
    const septets = [arc & 0x7f];
    for (let rest = arc >>> 7; rest > 0; rest >>>= 7) septets.unshift(0x80 | (rest & 0x7f));
    return septets;
  };
  return der(0x06, Buffer.from([first * 40 + second, ...others.flatMap(inSevenBits)]));
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));

/** Its value is in DER; `critical` is left out where it is not, as DER wants it. */
export const extension = (oid: string, critical: boolean, value: Uint8Array): Buffer =>
  sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octets(value));

export const basicConstraints = (isAuthority: boolean, pathLength?: number): Buffer =>
  extension(
    '2.5.29.19',
    true,
    sequence(
      ...(isAuthority ? [boolean(true)] : []),
      ...(pathLength === undefined ? [] : [integer(pathLength)]),
    ),
  );

const USAGES = { digitalSignature: 0x80, keyEncipherment: 0x20, keyCertSign: 0x04 } as const;
export const keyUsage = (...usages: readonly (keyof typeof USAGES)[]): Buffer => {
  const mask = usages.reduce((all, usage) => all | USAGES[usage], 0);
  return extension('2.5.29.15', true, bits(Buffer.from([mask]), 31 - Math.clz32(mask & -mask)));
};

export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
export const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
export const extendedKeyUsage = (...oids: readonly string[]): Buffer =>
  extension('2.5.29.37', false, sequence(...oids.map(objectIdentifier)));

export interface Issued {
  readonly subject: Buffer;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** DER. */
  readonly certificate: Buffer;
}

export interface CertificateRequest {
  readonly name: string;
  /** Itself where it is left out. */
  readonly issuer?: Issued;
  readonly extensions?: readonly Uint8Array[];
  readonly from?: Date;
  readonly until?: Date;
  readonly namedCurve?: 'P-256' | 'P-384' | 'P-521' | 'secp256k1';
  /** In place of the key that is made, DER of a SubjectPublicKeyInfo: one that nobody has. */
  readonly writtenKey?: Uint8Array;
  /** One more extension, over what is signed without it. */
  readonly timestamp?: (toBeSigned: Buffer, issuerKey: KeyObject) => Uint8Array;
  /** A signature that is none. */
  readonly isForged?: boolean;
}

export const AUTHORITY = [basicConstraints(true), keyUsage('keyCertSign')];

/** A certificate and its key, as RFC 5280 wants it. Every key is made anew, and nobody else has it. */
export function issue(request: CertificateRequest): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: request.namedCurve ?? 'P-256' });
  const subject = sequence(der(0x31, sequence(objectIdentifier('2.5.4.3'), utf8(request.name))));
  const issuer = request.issuer ?? { subject, publicKey, privateKey };
  const serial = der(0x02, Buffer.from([1]), randomBytes(8));
  const toBeSigned = (extensions: readonly Uint8Array[]): Buffer =>
    sequence(
      der(0xa0, integer(2)),
      serial,
      ECDSA_WITH_SHA256,
      issuer.subject,
      sequence(
        time(request.from ?? new Date('2026-01-01T00:00:00Z')),
        time(request.until ?? new Date('2027-01-01T00:00:00Z')),
      ),
      subject,
      request.writtenKey ?? publicKey.export({ type: 'spki', format: 'der' }),
      ...(extensions.length > 0 ? [der(0xa3, sequence(...extensions))] : []),
    );
  const extensions = request.extensions ?? [];
  const timestamp = request.timestamp?.(toBeSigned(extensions), issuer.publicKey);
  const body = toBeSigned(timestamp ? [...extensions, timestamp] : extensions);
  const signature = sign('sha256', request.isForged ? randomBytes(8) : body, issuer.privateKey);
  return {
    subject,
    publicKey,
    privateKey,
    certificate: sequence(body, ECDSA_WITH_SHA256, bits(signature)),
  };
}

/** Certificates as PEM, one after the other. An empty line would end what OpenSSL takes for a header. */
export const pemOf = (...issued: readonly Issued[]): string =>
  issued
    .map(({ certificate }) => certificate.toString('base64').match(/.{1,64}/g) ?? [])
    .map((lines) => ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'))
    .join('');
