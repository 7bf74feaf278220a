import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use speak no SFTP',
  severity: 'medium',
  fails: field('properties.isSftpEnabled')
    .absentIs(false, 'StorageAccountProperties.isSftpEnabled of @azure/arm-storage: enabled if set to true')
    .isNot(false),
  why: 'SFTP knows local users with passwords and SSH keys, past Microsoft Entra ID and its conditions.',
  fix: {
    console: 'Settings › SFTP: disable it, and remove the local users.',
    cli: 'az storage account update --name … --resource-group … --enable-sftp false',
    bicep: 'properties: { isSftpEnabled: false }',
    terraform: 'sftp_enabled = false',
  },
  source: 'StorageAccountProperties.isSftpEnabled of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'] },
  examples: {
    pass: [{ properties: {} }, { properties: { isSftpEnabled: false } }],
    fail: [{ properties: { isSftpEnabled: true } }],
    unknown: [{}, { properties: { isSftpEnabled: 'perhaps' } }],
  },
});
