/** Specifications up to 2022-09-01 interpret an absent value as true, later ones as false: old accounts still lack it. */
export const MAY_BE_PUBLIC = [
  true,
  'allowBlobPublicAccess in the specification of Microsoft.Storage up to 2022-09-01: the default interpretation is true; accounts of that age carry no value',
] as const;
