import type { TechniqueExamples } from '../../estate.ts';
import { resource, WORKSPACE } from '../assignments.ts';

const deployment = `${WORKSPACE}/onlineEndpoints/quotes/deployments/blue`;

const estate = (model: string) => [
  resource('azure.machine-learning.online-deployment', deployment, {
    properties: { endpointComputeType: 'Managed', model },
  }),
];

export default {
  target: deployment,
  path: estate('azureml://registries/HuggingFace/models/acme-summary/labels/latest'),
  nearMiss: estate('azureml://registries/HuggingFace/models/acme-summary/versions/3'),
} satisfies TechniqueExamples;
