import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf, serviceAccountIdOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { keyIdOf, networkIdOf } from '../vertex/api.ts';

const HOST = 'notebooks.googleapis.com';

/** `locations/-` stands for all zones, so that one list covers a project. */
const listInstances = googleList(
  'notebooks.instances.list',
  `https://${HOST}/v2/projects/{project}/locations/-/instances?pageSize=100`,
  'instances',
);
const getInstance = googleGet('notebooks.instances.get', `https://${HOST}/v2/{+name}`);

/** Metadata that Workbench documents: settings, never secrets. Of all other keys only the name is kept. */
const SETTINGS =
  /^(notebook-.*|idle-timeout-seconds|enable-guest-attributes|proxy-mode|post-startup-script|post-startup-script-behavior|disable-mixer|jupyter-user|report-[a-z-]+|serial-port-logging-enable|install-.*|container-allow-fuse|version|framework|title)$/;

function withoutValues(metadata: Json | undefined): Json | undefined {
  if (metadata === undefined) return undefined;
  if (!isObject(metadata)) return '(not kept)';
  return Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [key, SETTINGS.test(key) ? value : '(not kept)']),
  );
}

const withoutSecrets = (instance: JsonObject): JsonObject =>
  isObject(instance['gceSetup'])
    ? {
        ...instance,
        gceSetup: { ...instance['gceSetup'], metadata: withoutValues(instance['gceSetup']['metadata']) },
      }
    : instance;

export default gcpConnector<JsonObject>(workbenchInstance, {
  operations: { list: [listInstances], find: [getInstance] },
  async *list({ google }, { scope }) {
    for await (const instance of google.list(listInstances, { project: scope.account }))
      yield withoutSecrets(instance);
  },
  identify: (instance) => {
    const { id, name } = googleIdentity(HOST, instance);
    return { id, name: name.slice(name.lastIndexOf('/') + 1) };
  },
  find: async ({ google }, id) => withoutSecrets(await google.get(getInstance, { name: resourceNameOf(id) })),
  relations: (instance) => {
    const setup = objectAt(instance, 'gceSetup');
    return [
      ...objectsAt(setup, 'serviceAccounts').map(({ email }) =>
        relation('assumes', serviceAccountIdOf(email)),
      ),
      ...objectsAt(setup, 'networkInterfaces').map(({ network }) =>
        relation('attached-to', networkIdOf(network)),
      ),
      ...[objectAt(setup, 'bootDisk'), ...objectsAt(setup, 'dataDisks')].map(({ kmsKey }) =>
        relation('encrypted-by', keyIdOf(kmsKey)),
      ),
      relation('reads-from', bucketIdOf(objectAt(setup, 'metadata')['post-startup-script'])),
    ];
  },
});
