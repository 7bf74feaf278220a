/** The rule says something that this interpreter does not know: better no opinion than a wrong one. */
export class NotUnderstood extends Error {
  constructor(what: unknown) {
    super(`not understood: ${typeof what === 'string' ? what : JSON.stringify(what)}`);
  }
}

/** A parameter that the assignment must give, and did not. */
export class Unassigned extends Error {
  constructor(parameter: string) {
    super(`the parameter ${parameter} has no default, and nothing was assigned to it`);
  }
}
