import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'Every object of an AI Search service that insists on your key has it',
  severity: 'medium',
  applies: field('properties.encryptionWithCmk.enforcement')
    .absentIs('Unspecified', 'Azure Policy 356da939: whatever is not Enabled is non-compliant')
    .is('Enabled'),
  fails: field('properties.encryptionWithCmk.encryptionComplianceStatus')
    .absentIs('NonCompliant', 'Azure Policy 76a56461: whatever is not Compliant is non-compliant')
    .isNot('Compliant'),
  why: 'Enforcement looks at new objects only: indexes from before it stay under Microsoft’s key until they are made again.',
  fix: {
    console: 'Find the indexes, synonym maps and indexers without a key of yours, and recreate them with it.',
    cli: 'az search service show --name … --resource-group … --query encryptionWithCmk',
    bicep: '// objects of a service are made by its own API, each with an encryptionKey',
  },
  source: 'EncryptionWithCmk.encryptionComplianceStatus of @azure/arm-search; Azure Policy 76a56461',
  frameworks: {
    'azure-policy': ['76a56461-9dc0-40f0-82f5-2453283afa2f'],
    'mitre-atlas': ['AML.T0085.000'],
    'iso-42001': ['A.7.2'],
  },
  peers: { union: ['azure.search.no-cmk'] },
  examples: {
    pass: [
      {
        properties: {
          encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'Compliant' },
        },
      },
    ],
    fail: [
      {
        properties: {
          encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'NonCompliant' },
        },
      },
      { properties: { encryptionWithCmk: { enforcement: 'Enabled' } } },
    ],
    unknown: [
      {
        properties: {
          encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'UnheardOf' },
        },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
