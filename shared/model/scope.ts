import * as z from 'zod';

export const PROVIDERS = ['aws', 'azure', 'gcp'] as const;
export const Provider = z.enum(PROVIDERS);
export type Provider = z.infer<typeof Provider>;

/** The region of what a cloud keeps once per account: IAM, an ARM subscription, a project's policy. */
export const GLOBAL = 'global';

/**
 * Where things live, and the unit of scanning, coverage and storage.
 * `account` is an AWS account id, an Azure subscription id or a Google Cloud project id.
 */
export const Scope = z.strictObject({
  provider: Provider,
  account: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/, 'an account, subscription or project id'),
  region: z.string().regex(/^[a-z0-9-]{2,40}$/, 'a region name such as eu-west-1, or "global"'),
});
export type Scope = z.infer<typeof Scope>;

/** `aws/111122223333/eu-west-1`: the scope as one string, for keys and for people. */
export function scopeKey({ provider, account, region }: Scope): string {
  return `${provider}/${account}/${region}`;
}

/** The inverse of {@link scopeKey}. Throws a ZodError that names the part that is wrong. */
export function parseScope(key: string): Scope {
  const [provider, account, region] = key.split('/');
  return Scope.parse({ provider, account, region });
}
