import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('tags').isEmpty(),
  why: 'Of a workspace without tags nobody can say whose it is when something in it is wrong.',
  fix: {
    console: 'Tags: add at least an owner.',
    cli: 'az databricks workspace update --name … --resource-group … --tags owner=…',
    bicep: 'tags: { owner: … }',
    terraform: 'tags = { owner = "…" }',
  },
  source: 'TrackedResource.tags of @azure/arm-databricks',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: { union: ['azure.databricks.untagged'], cloudsploit: ['workspaceHasTags'] },
  examples: {
    pass: [{ tags: { owner: 'sam' }, properties: {} }],
    fail: [{ properties: {} }, { tags: {}, properties: {} }],
    unknown: [{ tags: 'text', properties: {} }],
  },
});
