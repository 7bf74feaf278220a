import type { Resources } from './technique.ts';

/** What the target is a child of: the workspace of a compute, the account of a deployment. */
export const parent: Resources = {
  reads: [],
  of: ({ id }) => {
    const [, above] = /^(.+)\/[^/]+\/[^/]+$/.exec(id) ?? [];
    return above === undefined ? [] : [above];
  },
};

/** The resource group of the target: what is allowed there is allowed for everything in it. */
export const resourceGroup: Resources = {
  reads: [],
  of: ({ id }) => {
    const [group] = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id) ?? [];
    return group === undefined ? [] : [group];
  },
};
