import { field, type Predicate } from '#shared/model/predicate.ts';

/** The connection keeps something that opens its target by itself, whoever has it. */
export const keepsSecret: Predicate = field('properties.authType').isOneOf(
  'AccessKey',
  'AccountKey',
  'ApiKey',
  'CustomKeys',
  'OAuth2',
  'PAT',
  'SAS',
  'ServicePrincipal',
  'UsernamePassword',
);

export const CONNECTIONS_PAGE =
  'WorkspaceConnectionPropertiesV2 of @azure/arm-machinelearning; https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/connections';
