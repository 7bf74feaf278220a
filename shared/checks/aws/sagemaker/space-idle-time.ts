import { space } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import type { Json } from '#shared/model/json.ts';
import { someOwnTime, someOwnTimeLong } from './idle.ts';

const idling = (IdleTimeoutInMinutes: Json) => ({
  SpaceSettings: {
    JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes } } },
  },
});

export default check(space, {
  title: 'SageMaker spaces shut down idle applications soon',
  severity: 'low',
  applies: someOwnTime('SpaceSettings'),
  fails: someOwnTimeLong('SpaceSettings'),
  why: 'The owner of a space may set a longer time than the domain’s: an application that idles for days is an open session, and costs.',
  fix: {
    console: 'Edit the space and set a shorter idle time; a maximum on the domain keeps all spaces to one.',
    cli: 'aws sagemaker update-space --domain-id … --space-name … --space-settings \'{"JupyterLabAppSettings":{"AppLifecycleManagement":{"IdleSettings":{"IdleTimeoutInMinutes":60}}}}\'',
    cloudformation: idling(60),
  },
  source: 'DescribeSpace response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [idling(60), { $config: idling(240), $governance: { maximumIdleMinutes: 240 } }],
    fail: [idling(10_080)],
    unknown: [idling('an hour')],
    notApplicable: [{}],
  },
});
