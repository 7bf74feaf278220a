import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { any } from '#shared/model/predicate.ts';
import { someIdleLong, someNeverShutDown, someShutDown } from './idle.ts';

const idling = (IdleSettings: JsonObject) => ({
  UserSettings: { JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings } } },
});

/** What a profile says of idle applications holds in place of what the domain says. */
export default check(userProfile, {
  title: 'No user of SageMaker Studio is excepted from the shutting down of idle applications',
  severity: 'low',
  applies: any(someShutDown('UserSettings'), someNeverShutDown('UserSettings')),
  fails: any(someNeverShutDown('UserSettings'), someIdleLong('UserSettings')),
  why: 'One profile with settings of its own keeps sessions open that the domain was set up to end.',
  fix: {
    console: 'Edit the user profile and let it take its idle time from the domain.',
    cli: 'aws sagemaker update-user-profile --domain-id … --user-profile-name … --user-settings \'{"JupyterLabAppSettings":{"AppLifecycleManagement":{"IdleSettings":{"LifecycleManagement":"ENABLED","IdleTimeoutInMinutes":60}}}}\'',
    cloudformation: idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60 }),
  },
  source: 'DescribeUserProfile response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.studio-no-idle-shutdown'] },
  examples: {
    pass: [idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60 })],
    fail: [
      idling({ LifecycleManagement: 'DISABLED' }),
      idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 240 }),
    ],
    unknown: [idling({ LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 'an hour' })],
    notApplicable: [{}],
  },
});
