import { X509Certificate } from 'node:crypto';

/** A certificate in DER and nothing else: Node takes PEM as well, and passes over what follows a certificate. */
export function derCertificate(der: Buffer): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    return certificate.raw.equals(der) ? certificate : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
