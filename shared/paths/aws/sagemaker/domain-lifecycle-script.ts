import { domain } from '#shared/assets/aws/sagemaker.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(domain, {
  title: 'Only who looks after a Studio domain can put a start script into its sessions',
  gains: 'a script in every new session of the domain, as the role of its user',
  by: 'principal',
  needs: [
    permission('sagemaker:CreateStudioLifecycleConfig', {
      on: anyIn('arn:aws:sagemaker:*:{account}:studio-lifecycle-config/*'),
    }),
    permission('sagemaker:UpdateDomain'),
  ],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-03'],
  why: 'The script stays when the access of whoever left it ends, and runs as each person who opens Studio.',
  fix: narrowed(
    'Allow sagemaker:UpdateDomain and CreateStudioLifecycleConfig to the role that deploys the domain alone.',
    'sagemaker:UpdateDomain',
    'arn:aws:sagemaker:…:…:domain/…',
  ),
  source:
    'UpdateDomainRequest.DefaultUserSettings.JupyterLabAppSettings.LifecycleConfigArns, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker persistence',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
