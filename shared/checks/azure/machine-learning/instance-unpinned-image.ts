import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Images of custom applications on compute instances are pinned',
  severity: 'low',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: some(
    'properties.properties.customServices',
    not(field('image.reference').matches(/@sha256:[0-9a-f]{64}$/)),
    {
      absentIsEmpty:
        'official example ComputeInstance 2025-12-01: listed only where there are custom services',
    },
  ),
  why: 'A tag such as latest can be moved: the next start of the instance runs whatever somebody pushed.',
  fix: {
    console: 'Recreate the custom application with the digest of an image that was reviewed.',
    cli: 'az ml compute create --file instance.yml   # with image.reference: …@sha256:…',
    bicep:
      "properties: { properties: { customServices: [{ image: { reference: 'registry.example.com/app@sha256:…' } }] } }",
  },
  source: 'Official example ComputeInstance, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
  examples: {
    pass: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: {
            customServices: [
              {
                image: {
                  reference:
                    'ghcr.io/azure/rstudio@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
                },
              },
            ],
          },
        },
      },
    ],
    fail: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: {
            customServices: [{ image: { reference: 'ghcr.io/azure/rstudio-workbench:latest' } }],
          },
        },
      },
    ],
    unknown: [
      {},
      { properties: { computeType: 'ComputeInstance', properties: { customServices: [{ image: {} }] } } },
    ],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
