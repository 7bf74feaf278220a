import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(onlineDeployment, {
  title: 'Deployments of models from Hugging Face name the version',
  gains: 'code in the deployment, by taking over the name of the model’s author',
  by: 'outside',
  applies: all(
    field('properties.model').isPresent(),
    field('properties.model').matches(/^azureml:\/\/registries\/HuggingFace\//i),
    not(field('properties.model').matches(/\/versions\/[^/]+$/i)),
  ),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-11'],
  why: 'A name on Hugging Face can be registered again after its author has left: what is deployed by name alone is then the work of somebody else.',
  fix: {
    console:
      'Register the version that you looked at in a registry of your own, and deploy it from there by its version.',
    cli: 'az ml model create --name … --version … --registry-name … --path …',
    bicep: "properties: { model: 'azureml://registries/own/models/m/versions/3' }",
  },
  source: 'OnlineDeploymentProperties.model of @azure/arm-machinelearning; Unit 42, Model Namespace Reuse',
  frameworks: { 'mitre-atlas': ['AML.T0010'] },
});
