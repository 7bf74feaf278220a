/** Keys, accepted values and defaults of an instance’s metadata. */
export const METADATA_DEFAULTS =
  'docs.cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata: “false” is the default';

export const IDLE_DEFAULT =
  'docs.cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata: “The default value is 10800 seconds”';

export const GUEST_ATTRIBUTES_DEFAULT =
  'docs.cloud.google.com/vertex-ai/docs/workbench/instances/idle-shutdown: “Guest attributes are enabled by default”';
