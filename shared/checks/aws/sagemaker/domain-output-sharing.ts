import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(domain, {
  title: 'SageMaker domains that share notebook output encrypt it with a customer managed key',
  severity: 'low',
  applies: field('DefaultUserSettings.SharingSettings.NotebookOutputOption')
    .absentIs('Disabled', 'SharingSettings: NotebookOutputOption, the default is Disabled')
    .is('Allowed'),
  fails: lacksCustomerKey('DefaultUserSettings.SharingSettings.S3KmsKeyId'),
  why: 'Output of cells often holds rows of training data; shared copies of it are kept in a bucket.',
  fix: {
    console:
      'Edit the default user settings of the domain: under “Notebook sharing” choose a key, or do not include cell output.',
    cli: 'aws sagemaker update-domain --domain-id … --default-user-settings \'{"SharingSettings":{"NotebookOutputOption":"Disabled"}}\'',
    cloudformation: { DefaultUserSettings: { SharingSettings: { NotebookOutputOption: 'Disabled' } } },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [
      {
        DefaultUserSettings: {
          SharingSettings: {
            NotebookOutputOption: 'Allowed',
            S3KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
          },
        },
      },
    ],
    fail: [{ DefaultUserSettings: { SharingSettings: { NotebookOutputOption: 'Allowed' } } }],
    unknown: [{ DefaultUserSettings: { SharingSettings: { NotebookOutputOption: 'Asked' } } }],
    notApplicable: [{}],
  },
});
