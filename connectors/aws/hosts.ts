import { lookup } from 'node:dns/promises';

/** Thrown in place of the resolver’s error where a region has no host of a service, and the network is well. */
export class NoHostInRegion extends Error {
  constructor(cause: unknown) {
    super('the region has no host of that name', { cause });
    this.name = 'NoHostInRegion';
  }
}

export type Lookup = (host: string) => Promise<unknown>;

const isUnresolved = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOTFOUND';

/**
 * What an error of a call comes to. The client makes up a host for a region that a service is not offered in, and the
 * resolver does not know it; but without a network the resolver knows no host at all. STS is in every region: only
 * while its host is known does a host that is not mean that there is no such service.
 */
export async function namedError(error: unknown, region: string, ask: Lookup = lookup): Promise<unknown> {
  if (!isUnresolved(error)) return error;
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const isOnline = await ask(`sts.${region}.${suffix}`).then(
    () => true,
    () => false,
  );
  return isOnline ? new NoHostInRegion(error) : error;
}
