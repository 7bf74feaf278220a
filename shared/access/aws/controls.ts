/** The numbers of policies that limit an account from above, by level: the root, each unit, the account itself. */
export interface Controls {
  /** On what its principals do. */
  readonly service: readonly (readonly number[])[];
  /** On what is done to its resources. */
  readonly resource: readonly (readonly number[])[];
}

export const NO_CONTROLS: Controls = { service: [], resource: [] };
