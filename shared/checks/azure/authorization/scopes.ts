/** A subscription, a management group, or the root above them all. */
export const BROAD =
  /^\/(?:subscriptions\/[^/]+|providers\/Microsoft\.Management\/managementGroups\/[^/]+)?\/?$/i;
