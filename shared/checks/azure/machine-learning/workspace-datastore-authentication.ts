import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces open their own storage by identity',
  severity: 'medium',
  fails: field('properties.systemDatastoresAuthMode')
    .absentIs(
      'accesskey',
      'WorkspaceProperties of Microsoft.MachineLearningServices 2025-12-01: access keys unless set',
    )
    .isNoneOf('identity', 'userdelegationsas'),
  why: 'The workspace keeps the storage account’s key: who can run code in it can read and change everybody’s scripts and models.',
  fix: {
    console: 'Properties › Storage account access: “Identity-based access”.',
    cli: 'az ml workspace update --name … --resource-group … --system-datastores-auth-mode identity',
    bicep: "properties: { systemDatastoresAuthMode: 'identity' }",
  },
  source:
    'systemDatastoresAuthMode of Microsoft.MachineLearningServices 2025-12-01 (models of azure-sdk-for-js)',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0018'] },
  examples: {
    pass: [
      { properties: { systemDatastoresAuthMode: 'identity' } },
      { properties: { systemDatastoresAuthMode: 'UserDelegationSAS' } },
    ],
    fail: [{ properties: {} }, { properties: { systemDatastoresAuthMode: 'accesskey' } }],
    unknown: [{}, { properties: { systemDatastoresAuthMode: 7 } }],
  },
});
