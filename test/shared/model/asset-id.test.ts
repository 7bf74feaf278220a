import { describe, expect, it } from 'vitest';
import { comparableId } from '#shared/model/asset-id.ts';

describe('two spellings of one id', () => {
  it('are one to Azure Resource Manager, whatever their letter case', () => {
    const id = '/subscriptions/S/resourceGroups/Ai/providers/Microsoft.Storage/storageAccounts/lake';
    expect(comparableId(id)).toBe(comparableId(id.toUpperCase()));
    expect(comparableId('/providers/Microsoft.Management/managementGroups/Ai')).toBe(
      comparableId('/Providers/microsoft.management/managementgroups/ai'),
    );
  });

  it.each(['arn:aws:s3:::Lake', '//storage.googleapis.com/Lake', 'https://V.vault.azure.net'])(
    'stay two elsewhere: %s',
    (id) => {
      expect(comparableId(id)).toBe(id);
    },
  );
});
