import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'SageMaker domains run Docker without root, where they allow it',
  severity: 'medium',
  applies: field('DomainSettings.DockerSettings.EnableDockerAccess')
    .absentIs('DISABLED', 'DockerSettings: indicates whether the domain can access Docker')
    .is('ENABLED'),
  fails: field('DomainSettings.DockerSettings.RootlessDocker')
    .absentIs(
      'DISABLED',
      'DockerSettings: RootlessDocker is optional and indicates whether to use rootless Docker',
    )
    .is('DISABLED'),
  why: 'A container that runs as root on the application’s instance is one step from its credentials and from other containers.',
  fix: {
    console: 'There is no setting in the console: use the command line.',
    cli: 'aws sagemaker update-domain --domain-id … --domain-settings-for-update DockerSettings={RootlessDocker=ENABLED}',
    cloudformation: { DomainSettings: { DockerSettings: { EnableDockerAccess: 'DISABLED' } } },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0105'] },
  examples: {
    pass: [
      { DomainSettings: { DockerSettings: { EnableDockerAccess: 'ENABLED', RootlessDocker: 'ENABLED' } } },
    ],
    fail: [{ DomainSettings: { DockerSettings: { EnableDockerAccess: 'ENABLED' } } }],
    unknown: [
      { DomainSettings: { DockerSettings: { EnableDockerAccess: 'ENABLED', RootlessDocker: 'SOMETIMES' } } },
    ],
    notApplicable: [{}, { DomainSettings: { DockerSettings: { EnableDockerAccess: 'DISABLED' } } }],
  },
});
