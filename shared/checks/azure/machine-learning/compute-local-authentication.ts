import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Computes accept no local users',
  severity: 'medium',
  applies: field('properties.computeType').isOneOf('ComputeInstance', 'AmlCompute'),
  fails: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy e96a9a5f: whatever is not true is non-compliant')
    .isNot(true),
  why: 'Local users log in by key, past Microsoft Entra ID: no conditional access, no multi-factor login, no record of who it was.',
  fix: {
    console: 'Recreate the compute with SSH switched off.',
    cli: 'az ml compute create --type ComputeInstance --name … --set ssh_public_access_enabled=false disable_local_auth=true',
    bicep: 'properties: { disableLocalAuth: true }',
    terraform: 'local_auth_enabled = false',
  },
  source: 'Compute.disableLocalAuth of @azure/arm-machinelearning; Azure Policy e96a9a5f',
  frameworks: { 'azure-policy': ['e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f'], 'mitre-atlas': ['AML.T0012'] },
  peers: { union: ['azure.ml.compute-local-auth'], checkov: ['CKV_AZURE_142'] },
  examples: {
    pass: [{ properties: { computeType: 'ComputeInstance', disableLocalAuth: true } }],
    fail: [
      { properties: { computeType: 'AmlCompute' } },
      { properties: { computeType: 'ComputeInstance', disableLocalAuth: false } },
    ],
    unknown: [{}, { properties: { computeType: 'UnheardOf' } }],
    notApplicable: [{ properties: { computeType: 'AKS' } }],
  },
});
