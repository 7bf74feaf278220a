import { describe, expect, it } from 'vitest';
import { failureOf } from '#connectors/aws/failure.ts';
import { namedError } from '#connectors/aws/hosts.ts';

const unresolved = (hostname: string, code = 'ENOTFOUND'): Error =>
  Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), { code, hostname });

const resolving =
  (...known: readonly string[]) =>
  async (host: string) => {
    if (!known.includes(host)) throw unresolved(host);
    return { address: '192.0.2.1' };
  };

const outcomeOf = async (error: unknown, region: string, ...known: readonly string[]) =>
  failureOf(await namedError(error, region, resolving(...known))).outcome;

describe('a host that cannot be resolved', () => {
  const kendra = unresolved('kendra.eu-south-2.amazonaws.com');

  it('is a service that the region lacks, while the region’s STS is known', async () => {
    expect(await outcomeOf(kendra, 'eu-south-2', 'sts.eu-south-2.amazonaws.com')).toBe('unavailable');
    const inChina = unresolved('kendra.cn-north-1.amazonaws.com.cn');
    expect(await outcomeOf(inChina, 'cn-north-1', 'sts.cn-north-1.amazonaws.com.cn')).toBe('unavailable');
  });

  it('is a failure where no host is known: without a network nothing is unavailable', async () => {
    expect(await outcomeOf(kendra, 'eu-south-2')).toBe('failed');
  });

  it('is a failure where the resolver itself does not answer', async () => {
    const unanswered = unresolved('kendra.eu-south-2.amazonaws.com', 'EAI_AGAIN');
    expect(await outcomeOf(unanswered, 'eu-south-2', 'sts.eu-south-2.amazonaws.com')).toBe('failed');
  });

  it('quotes no host in its detail', async () => {
    const error = await namedError(kendra, 'eu-south-2', resolving('sts.eu-south-2.amazonaws.com'));
    expect(failureOf(error).detail).toBe('NoHostInRegion');
  });
});
