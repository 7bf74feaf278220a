import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { accountIn } from './caller.ts';
import { CompiledPolicies } from './compiled-policies.ts';
import type { Policy } from './statement.ts';

/** Where services' replies, as the connectors keep them, have the policy of the resource itself. */
export const POLICY_FIELDS = [
  'Policy',
  'ResourcePolicy',
  'resourcePolicy',
  'AccessPolicies',
  'AssumeRolePolicyDocument',
];

/** The policies of resources, and the accounts of those whose ARN does not tell. */
export class ResourcePolicies {
  readonly #numbers = new Map<string, number>();
  readonly #accounts = new Map<string, string>();
  readonly #compiled = new CompiledPolicies();

  add(asset: Asset, unread: (what: string) => void): void {
    if (accountIn(asset.id) === '') this.#accounts.set(asset.id, asset.scope.account);
    for (const field of POLICY_FIELDS) {
      const document = asset.config[field];
      // A document that was no JSON is kept as the text that it was.
      if (isUnread(document) || typeof document === 'string') unread(`${field} of ${asset.id}`);
      else if (isObject(document) && document['Statement'] !== undefined)
        this.#addPolicy(asset, document, unread);
    }
  }

  #addPolicy({ id, type, name }: Asset, document: Json, unread: (what: string) => void): void {
    const number = this.#compiled.add('', document);
    if (typeof number !== 'number') {
      unread(`policy of ${id}: ${number.malformed}`);
      return;
    }
    this.#numbers.set(id, number);
    // The policy of the group is asked on its packages too, whose ARNs do not begin with that of the group.
    if (type === 'aws.sagemaker.model-package-group')
      this.#numbers.set(`${id.slice(0, id.lastIndexOf(':') + 1)}model-package/${name}`, number);
  }

  /** The number of the policy, and the resource that it stands on: that of a bucket for what is in it. */
  find(resource: string): { readonly number: number; readonly on: string } | undefined {
    const on = holderOf(this.#numbers, resource);
    return on === undefined ? undefined : { number: this.#numbers.get(on) as number, on };
  }

  /** The account that a resource is of; empty where it is of none, or where that is not known. */
  accountOf(resource: string): string {
    const account = accountIn(resource);
    if (ACCOUNT.test(account)) return account;
    return this.#accounts.get(holderOf(this.#accounts, resource) ?? '') ?? '';
  }

  policy(number: number): Policy {
    return this.#compiled.policies[number] as Policy;
  }

  /** Lets go of what only adding needs. */
  seal(): void {
    this.#compiled.seal();
  }

  /** Every policy that some resource has, once. */
  get policies(): readonly Policy[] {
    return this.#compiled.policies;
  }
}

const ACCOUNT = /^\d{12}$/;

/** The resource, or the nearest that it is in or a version of: what is left of it up to a `/` or `:`. */
function holderOf(all: ReadonlyMap<string, unknown>, resource: string): string | undefined {
  for (let held = resource; held !== ''; ) {
    if (all.has(held)) return held;
    const end = Math.max(held.lastIndexOf('/'), held.lastIndexOf(':'));
    held = held.slice(0, Math.max(end, 0));
  }
  return undefined;
}
