import { parameter } from '#shared/model/governance.ts';
import { all, any, field, not, type Predicate } from '#shared/model/predicate.ts';

const APPLICATIONS = ['JupyterLabAppSettings', 'CodeEditorAppSettings'];

/** The settings of idle shutdown of each kind of application, under a key of the config. */
const idleSettings = (under: string): string[] =>
  APPLICATIONS.map((app) => `${under}.${app}.AppLifecycleManagement.IdleSettings`);

const isOn = (settings: string): Predicate =>
  all(
    field(`${settings}.LifecycleManagement`).isPresent(),
    field(`${settings}.LifecycleManagement`).is('ENABLED'),
  );

const isLong = (path: string): Predicate =>
  all(field(path).isPresent(), not(field(path).atMost(parameter('maximumIdleMinutes'))));

/** Some kind of application is shut down when it idles. */
export const someShutDown = (under: string): Predicate => any(...idleSettings(under).map(isOn));

/** Where applications are shut down, some may idle longer than it is allowed, or a user may let them. */
export const someIdleLong = (under: string): Predicate =>
  any(
    ...idleSettings(under).map((settings) =>
      all(
        isOn(settings),
        any(isLong(`${settings}.IdleTimeoutInMinutes`), isLong(`${settings}.MaxIdleTimeoutInMinutes`)),
      ),
    ),
  );

/** Some kind of application has been excepted from being shut down. */
export const someNeverShutDown = (under: string): Predicate =>
  any(
    ...idleSettings(under).map((settings) =>
      all(
        field(`${settings}.LifecycleManagement`).isPresent(),
        field(`${settings}.LifecycleManagement`).is('DISABLED'),
      ),
    ),
  );

/** Some kind of application of a space has a time of its own. */
export const someOwnTime = (under: string): Predicate =>
  any(...idleSettings(under).map((settings) => field(`${settings}.IdleTimeoutInMinutes`).isPresent()));

export const someOwnTimeLong = (under: string): Predicate =>
  any(...idleSettings(under).map((settings) => isLong(`${settings}.IdleTimeoutInMinutes`)));
