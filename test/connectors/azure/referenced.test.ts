import { describe, expect, it } from 'vitest';
import { vaultUriOf } from '#connectors/azure/key-vault/address.ts';
import { resourceIn } from '#connectors/azure/referenced.ts';

const TYPE = 'Microsoft.Storage/storageAccounts';
const account = '/subscriptions/s1/resourceGroups/ai/providers/Microsoft.Storage/storageAccounts/lake';

describe('what a relation refers to', () => {
  it.each([
    ['the resource itself', account, account.toLowerCase()],
    ['another letter case', account.toUpperCase(), account.toLowerCase()],
    ['something in it', `${account}/blobServices/default`, account.toLowerCase()],
    ['another subscription', account.replace('s1', 's2'), undefined],
    ['another type', account.replace('storageAccounts', 'storageTasks'), undefined],
    ['what only starts like it', `${account.replace('/lake', '')}`, undefined],
    ['an address', 'https://lake.blob.core.windows.net/models', undefined],
  ])('is, of %s, %s', (_what, target, id) => {
    expect(resourceIn(target, TYPE, 'S1')).toBe(id);
  });
});

describe('the vault in an address', () => {
  it.each([
    ['https://v.vault.azure.net', 'https://v.vault.azure.net'],
    ['https://V.vault.azure.net/', 'https://v.vault.azure.net'],
    ['https://v.vault.azure.net/keys/k/1', 'https://v.vault.azure.net'],
    ['https://h.managedhsm.azure.net/keys/k', undefined],
    ['http://v.vault.azure.net', undefined],
    ['https://example.com/v.vault.azure.net', undefined],
    ['/subscriptions/s/resourceGroups/g', undefined],
    [undefined, undefined],
  ])('%s is in %s', (address, vault) => {
    expect(vaultUriOf(address)).toBe(vault);
  });
});
