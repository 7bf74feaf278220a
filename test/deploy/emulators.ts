import { join } from 'node:path';
import { loopbackCertificate } from './certificate.ts';
import { answers, end, freePort, start } from './server-process.ts';
import { until } from './until.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

/** Services that MiniStack does not have; moto answers for them, to the functions and to the harness alike. */
const MOTO_SERVICES = ['S3_CONTROL', 'SAGEMAKER', 'SECURITYHUB'];

export interface Emulators {
  /** The environment in which SDKs, the AWS CDK and the deployed functions find the emulators. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends what was started, by process id. */
  stop(): Promise<void>;
}

/** Starts both on free ports of the loopback. Their logs are written to the folder `logs`. */
export async function startEmulators(bin: string, logs: string): Promise<Emulators> {
  const certificate = await loopbackCertificate(logs);
  const [ministackPort, motoPort] = [await freePort(), await freePort()];
  const ministackUrl = `https://127.0.0.1:${ministackPort}`;
  const motoUrl = `http://127.0.0.1:${motoPort}`;
  const environment = {
    AWS_ENDPOINT_URL: ministackUrl,
    NODE_EXTRA_CA_CERTS: certificate.certificate,
    AWS_CA_BUNDLE: certificate.certificate,
    ...Object.fromEntries(MOTO_SERVICES.map((service) => [`AWS_ENDPOINT_URL_${service}`, motoUrl])),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'loopback',
    AWS_SECRET_ACCESS_KEY: 'loopback',
  };
  const own = {
    // Lambda runs functions with the node that it finds first: the project’s, as in AWS.
    PATH: `${join(import.meta.dirname, '../../node_modules/.bin')}:${bin}:${process.env['PATH'] ?? ''}`,
    HOME: process.env['HOME'] ?? '/',
    TMPDIR: process.env['TMPDIR'] ?? '/tmp',
    BIND_HOST: '127.0.0.1',
  };
  const children = [
    start(join(bin, 'ministack'), [], join(logs, 'ministack.log'), {
      ...own,
      ...environment,
      GATEWAY_PORT: String(ministackPort),
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      MINISTACK_REGION: REGION,
      // Over TLS, which the queues demand, and with every policy enforced: what a role lacks is refused.
      USE_SSL: 'true',
      MINISTACK_SSL_CERT: certificate.certificate,
      MINISTACK_SSL_KEY: certificate.key,
      AUTH: 'true',
      // On fixed ports, and of no use here.
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
    }),
    start(join(bin, 'moto_server'), ['-H', '127.0.0.1', '-p', String(motoPort)], join(logs, 'moto.log'), {
      ...own,
      MOTO_ACCOUNT_ID: ACCOUNT,
    }),
  ];
  const stop = async () => {
    await Promise.all(children.map(end));
  };
  try {
    await until('MiniStack answers', () => answers(`${ministackUrl}/_ministack/health`), { seconds: 60 });
    await until('moto answers', () => answers(`${motoUrl}/moto-api/`), { seconds: 60 });
  } catch (error) {
    await stop();
    throw error;
  }
  return { environment, stop };
}
