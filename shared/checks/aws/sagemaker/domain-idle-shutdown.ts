import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

const OFF_BY_DEFAULT =
  'IdleSettings: LifecycleManagement is optional and indicates whether idle shutdown is activated';

export default check(domain, {
  title: 'SageMaker domains shut down idle JupyterLab and Code Editor applications',
  severity: 'low',
  fails: any(
    field('DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement')
      .absentIs('DISABLED', OFF_BY_DEFAULT)
      .is('DISABLED'),
    field('DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement')
      .absentIs('DISABLED', OFF_BY_DEFAULT)
      .is('DISABLED'),
  ),
  why: 'An application that runs on after its user has gone holds a live session with the role of the user, and costs.',
  fix: {
    console:
      'Edit the domain, and under “App configurations” turn on idle shutdown for JupyterLab and Code Editor.',
    cli: 'aws sagemaker update-domain --domain-id … --default-user-settings \'{"JupyterLabAppSettings":{"AppLifecycleManagement":{"IdleSettings":{"LifecycleManagement":"ENABLED","IdleTimeoutInMinutes":60}}}}\'',
    cloudformation: {
      DefaultUserSettings: {
        JupyterLabAppSettings: {
          AppLifecycleManagement: {
            IdleSettings: { LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60 },
          },
        },
      },
    },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.studio-no-idle-shutdown'] },
  examples: {
    pass: [
      {
        DefaultUserSettings: {
          JupyterLabAppSettings: {
            AppLifecycleManagement: { IdleSettings: { LifecycleManagement: 'ENABLED' } },
          },
          CodeEditorAppSettings: {
            AppLifecycleManagement: { IdleSettings: { LifecycleManagement: 'ENABLED' } },
          },
        },
      },
    ],
    fail: [
      {},
      {
        DefaultUserSettings: {
          JupyterLabAppSettings: {
            AppLifecycleManagement: { IdleSettings: { LifecycleManagement: 'DISABLED' } },
          },
        },
      },
    ],
    unknown: [
      {
        DefaultUserSettings: {
          JupyterLabAppSettings: 'off',
          CodeEditorAppSettings: {
            AppLifecycleManagement: { IdleSettings: { LifecycleManagement: 'ENABLED' } },
          },
        },
      },
    ],
  },
});
