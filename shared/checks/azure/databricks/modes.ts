import { field } from '#shared/model/predicate.ts';

/** A workspace whose clusters run in your subscription: what a serverless one has instead is Databricks’ own. */
export const runsClusters = field('properties.computeMode')
  .absentIs('Hybrid', 'Workspace.computeMode of @azure/arm-databricks: older workspaces know no other')
  .isNot('Serverless');

export const SERVERLESS = { properties: { computeMode: 'Serverless' } };
