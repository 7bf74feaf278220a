import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { run } from './run-command.ts';

export interface Certificate {
  /** Paths of PEM files. */
  readonly certificate: string;
  readonly key: string;
}

/** A certificate for this run on 127.0.0.1, which this process trusts from now on. */
export async function loopbackCertificate(folder: string): Promise<Certificate> {
  const [certificate, key] = [join(folder, 'loopback.crt'), join(folder, 'loopback.key')];
  const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost';
  const what = [
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    names,
  ];
  await run('openssl', ['req', ...what, '-keyout', key, '-out', certificate]);
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')]);
  return { certificate, key };
}
