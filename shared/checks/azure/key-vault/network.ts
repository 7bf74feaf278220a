export const OPEN_BY_DEFAULT =
  'https://learn.microsoft.com/azure/key-vault/general/network-security: by default all networks reach a vault';
