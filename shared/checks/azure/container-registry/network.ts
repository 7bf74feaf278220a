export const OPEN_BY_DEFAULT =
  'https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks: by default a registry accepts connections from any network';
