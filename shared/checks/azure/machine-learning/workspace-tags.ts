import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('tags').isEmpty(),
  why: 'Of a workspace without tags nobody can say whose it is when something in it is wrong.',
  fix: {
    console: 'Tags: add at least an owner.',
    cli: 'az ml workspace update --name … --resource-group … --set tags.owner=…',
    bicep: 'tags: { owner: … }',
    terraform: 'tags = { owner = "…" }',
  },
  source: 'Workspace.tags of @azure/arm-machinelearning',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: { union: ['azure.ml.workspace-untagged'], cloudsploit: ['mlWorkspaceHasTags'] },
  examples: {
    pass: [{ tags: { owner: 'sam' }, properties: {} }],
    fail: [{ properties: {} }, { tags: {}, properties: {} }],
    unknown: [{ tags: 'text', properties: {} }],
  },
});
