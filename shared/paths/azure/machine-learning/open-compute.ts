import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { all, field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(mlCompute, {
  title: 'Only its user can open the applications of a compute instance',
  gains: 'Jupyter and a terminal on the instance, as its managed identity and with the files of its user',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action'),
      permission('Microsoft.MachineLearningServices/workspaces/computes/write'),
    ),
  ],
  applies: all(
    field('properties.computeType').is('ComputeInstance'),
    field('properties.properties.applicationSharingPolicy')
      .absentIs(
        'Shared',
        'ComputeInstanceProperties of @azure/arm-machinelearning: default of the specification',
      )
      .is('Shared'),
  ),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-04'],
  why: 'Whoever opens Jupyter on an instance that is shared, or writes its setup script, runs code as its identity and reads what its user left there.',
  fix: {
    console:
      'Recreate the instance with the sharing policy “Personal”, and take computes/applicationaccess/action out of the custom roles of others.',
    cli: 'az ml compute create --type ComputeInstance --name … --user-object-id … --workspace-name … --resource-group …',
    bicep: "properties: { properties: { applicationSharingPolicy: 'Personal' } }",
  },
  source:
    'ComputeInstanceProperties.applicationSharingPolicy of @azure/arm-machinelearning; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'] },
});
