import { field, type Predicate } from '#shared/model/predicate.ts';

/** One that people have made: what a workspace needs, Azure adds by itself. */
export const isUserDefined: Predicate = field('properties.category').is('UserDefined');

export const RULES_PAGE =
  'OutboundRule, https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/outboundrules; official example listManagedNetworkV2, Microsoft.MachineLearningServices 2025-12-01';
