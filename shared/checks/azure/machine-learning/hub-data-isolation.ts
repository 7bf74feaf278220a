import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Foundry hubs keep the data of their projects apart',
  severity: 'medium',
  applies: field('kind').absentIs('Default', 'a recorded workspace of 2021 has no kind').is('Hub'),
  fails: field('properties.enableDataIsolation')
    .absentIs(false, 'WorkspaceProperties of Microsoft.MachineLearningServices 2025-12-01: off unless set')
    .isNot(true),
  why: 'Every project of the hub can list and read the containers of the others in the shared storage account.',
  fix: {
    console: 'Create the hub anew: isolation is set when it is made.',
    cli: 'az ml workspace create --kind hub --file hub.yml   # with enable_data_isolation: true',
    bicep: "kind: 'Hub', properties: { enableDataIsolation: true }",
  },
  source: 'enableDataIsolation on recorded workspaces of 2026',
  frameworks: { 'mitre-atlas': ['AML.T0036'] },
  examples: {
    pass: [{ kind: 'Hub', properties: { enableDataIsolation: true } }],
    fail: [
      { kind: 'Hub', properties: { enableDataIsolation: false } },
      { kind: 'Hub', properties: {} },
    ],
    unknown: [{ kind: 'Hub' }, { kind: 'Hub', properties: { enableDataIsolation: 'no' } }],
    notApplicable: [
      { kind: 'Default', properties: { enableDataIsolation: false } },
      { kind: 'Project', properties: {} },
    ],
  },
});
