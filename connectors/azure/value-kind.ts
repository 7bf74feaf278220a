import type { RedactedKind } from '#shared/assets/azure/redacted.ts';
import { secretFormIn } from '../secrets.ts';

const KEY_VAULT_REFERENCE = /^@Microsoft\.KeyVault\(|^https:\/\/[\w-]+\.vault\.azure\.net\/secrets\//i;

const SECRET_NAME =
  /(?:^|[_.-])(?:secret|password|passwd|pwd|token|apikey|api_key|access_key|account_key|secret_key|client_secret|credentials?)$/i;

/** What Hadoop opens storage with; the name of the account comes last: `fs.azure.account.key.x.dfs.core.windows.net`. */
const STORAGE_SECRET = /\bfs\.azure\.(?:account\.key|sas|account\.oauth2\.client\.secret)\b/i;

/** Long, in one word, and neither an address nor a path: what a name such as API_KEY promises. */
const OPAQUE = /^(?!\w+:\/\/)[^\s/\\]{12,}$/;

/** What a value looks like, by its own text first and by its name next. */
export function kindOf(name: string, value: string): RedactedKind {
  if (KEY_VAULT_REFERENCE.test(value)) return 'key-vault-reference';
  const form = secretFormIn(value);
  if (form) return form;
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  const isNamedSo = SECRET_NAME.test(words) || STORAGE_SECRET.test(name);
  return isNamedSo && OPAQUE.test(value) ? 'named-like-a-secret' : 'text';
}
