import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services insist on a key of yours',
  severity: 'low',
  fails: field('properties.encryptionWithCmk.enforcement')
    .absentIs('Unspecified', 'Azure Policy 356da939: whatever is not Enabled is non-compliant')
    .isNot('Enabled'),
  why: 'Unless it is enforced, each index is encrypted by whatever its author chose, which is Microsoft’s key unless somebody remembered.',
  fix: {
    console: 'Settings › Encryption: enforce customer-managed keys; recreate the objects that have none.',
    cli: 'az resource update --ids <service id> --api-version 2025-05-01 --set properties.encryptionWithCmk.enforcement=Enabled',
    bicep: "properties: { encryptionWithCmk: { enforcement: 'Enabled' } }",
    terraform: 'customer_managed_key_enforcement_enabled = true',
  },
  source: 'EncryptionWithCmk.enforcement of @azure/arm-search; Azure Policy 356da939',
  frameworks: {
    'azure-policy': ['356da939-f20a-4bb9-86f8-5db445b0e354'],
    'mitre-atlas': ['AML.T0085.000'],
    'iso-42001': ['A.7.2'],
  },
  peers: { union: ['azure.search.no-cmk'] },
  examples: {
    pass: [{ properties: { encryptionWithCmk: { enforcement: 'Enabled' } } }],
    fail: [{ properties: {} }, { properties: { encryptionWithCmk: { enforcement: 'Unspecified' } } }],
    unknown: [{}, { properties: { encryptionWithCmk: { enforcement: 'UnheardOf' } } }],
  },
});
