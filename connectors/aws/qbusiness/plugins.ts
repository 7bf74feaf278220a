import { plugin } from '#shared/assets/aws/qbusiness.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { affectedPart, applicationArn, idsIn, partArn } from './arns.ts';

interface NamedPlugin {
  readonly applicationId: string;
  readonly pluginId: string;
  readonly displayName: string;
}

export default awsConnector<NamedPlugin>(plugin, {
  rare: true,
  operations: {
    list: awsOperations('qbusiness:ListApplications', 'qbusiness:ListPlugins'),
    read: awsOperations('qbusiness:GetPlugin'),
  },
  events: ['CreatePlugin', 'UpdatePlugin', 'DeletePlugin'],
  async *list({ qBusiness }) {
    for await (const { applicationId = '' } of qBusiness.list(
      'ListApplications',
      { maxResults: 100 },
      'applications',
    ))
      for await (const { pluginId = '', displayName = '' } of qBusiness.list(
        'ListPlugins',
        { applicationId, maxResults: 50 },
        'plugins',
      ))
        yield { applicationId, pluginId, displayName };
  },
  identify: ({ applicationId, pluginId, displayName }, { scope }) => ({
    id: pluginId && partArn(scope, applicationId, 'plugin', pluginId),
    name: displayName,
  }),
  async read({ qBusiness }, { applicationId, pluginId }) {
    const { customPluginConfiguration, ...described } = await qBusiness('GetPlugin', {
      applicationId,
      pluginId,
    });
    // The schema of the API is a document of any size and decides nothing here: it is not kept.
    return { ...described, apiSchemaType: customPluginConfiguration?.apiSchemaType };
  },
  async find({ qBusiness }, id) {
    const { applicationId, partId } = idsIn(id);
    const { displayName = '' } = await qBusiness('GetPlugin', { applicationId, pluginId: partId });
    return { applicationId, pluginId: partId, displayName };
  },
  affected: (event, { scope }) => affectedPart(event, scope, 'plugin', 'pluginId'),
  relations: ({ applicationId, authConfiguration }, { scope }) => [
    relation(
      'attached-to',
      typeof applicationId === 'string' ? applicationArn(scope, applicationId) : undefined,
    ),
    ...Object.values(isObject(authConfiguration) ? authConfiguration : {}).map((way) =>
      isObject(way) ? relation('assumes', way['roleArn']) : undefined,
    ),
  ],
});
