/** `https://v.vault.azure.net`, the vault in the address of a vault or of a key in it. */
export function vaultUriOf(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && /^[^.]+\.vault\./.test(hostname) ? `https://${hostname}` : undefined;
}
