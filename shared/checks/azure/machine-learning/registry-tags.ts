import { mlRegistry } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlRegistry, {
  title: 'Machine Learning registries have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('tags').isEmpty(),
  why: 'Of a registry without tags nobody can say whose it is when something in it is wrong.',
  fix: {
    console: 'Tags: add at least an owner.',
    cli: 'az ml registry update --name … --resource-group … --set tags.owner=…',
    bicep: 'tags: { owner: … }',
  },
  source: 'Official example Registries/update, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: { union: ['azure.ml.registry-untagged'], cloudsploit: ['mlRegistryHasTags'] },
  examples: {
    pass: [{ tags: { owner: 'sam' }, properties: {} }],
    fail: [{ properties: {} }, { tags: {}, properties: {} }],
    unknown: [{ tags: 'text', properties: {} }],
  },
});
