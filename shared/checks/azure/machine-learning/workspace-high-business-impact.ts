import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces send Microsoft little diagnostic data',
  severity: 'informational',
  fails: field('properties.hbiWorkspace')
    .absentIs(false, 'Workspace.hbiWorkspace of @azure/arm-machinelearning: default of the specification')
    .isNot(true),
  why: 'Unless a workspace is marked as high business impact, Microsoft collects more about your runs, and local disks of clusters are not encrypted.',
  fix: {
    console: 'Recreate the workspace with “High business impact workspace”: it cannot be changed later.',
    cli: 'az ml workspace create --file workspace.yml   # with hbi_workspace: true',
    bicep: 'properties: { hbiWorkspace: true }',
    terraform: 'high_business_impact = true',
  },
  source: 'Workspace.hbiWorkspace of @azure/arm-machinelearning; recorded workspaces',
  frameworks: { 'iso-42001': ['A.7.2'] },
  peers: { union: ['azure.ml.workspace-hbi-off'], cloudsploit: ['mlWorkspaceHBI'] },
  examples: {
    pass: [{ properties: { hbiWorkspace: true } }],
    fail: [{ properties: {} }, { properties: { hbiWorkspace: false } }],
    unknown: [{}, { properties: { hbiWorkspace: 'no' } }],
  },
});
