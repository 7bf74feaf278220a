import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { someIdleLong, someShutDown } from './idle.ts';

const idling = (IdleSettings: JsonObject) => ({
  DefaultUserSettings: { JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings } } },
});

export default check(domain, {
  title: 'SageMaker domains shut down idle applications soon',
  severity: 'low',
  applies: someShutDown('DefaultUserSettings'),
  fails: someIdleLong('DefaultUserSettings'),
  why: 'The longer an application idles, the longer a session with the role of its user lies open, and the more it costs.',
  fix: {
    console:
      'Edit the domain, and under “App configurations” set a shorter idle time, and a shorter maximum.',
    cli: 'aws sagemaker update-domain --domain-id … --default-user-settings \'{"JupyterLabAppSettings":{"AppLifecycleManagement":{"IdleSettings":{"LifecycleManagement":"ENABLED","IdleTimeoutInMinutes":60,"MaxIdleTimeoutInMinutes":120}}}}\'',
    cloudformation: idling({
      LifecycleManagement: 'ENABLED',
      IdleTimeoutInMinutes: 60,
      MaxIdleTimeoutInMinutes: 120,
    }),
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [
      idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60, MaxIdleTimeoutInMinutes: 120 }),
      {
        $config: idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 240 }),
        $governance: { maximumIdleMinutes: 240 },
      },
    ],
    fail: [
      idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 240 }),
      idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60, MaxIdleTimeoutInMinutes: 10_080 }),
    ],
    unknown: [idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 'an hour' })],
    notApplicable: [{}, idling({ LifecycleManagement: 'DISABLED' })],
  },
});
