/** A condition operator of IAM, by the name that IAM gives it. */
export interface Operator {
  readonly name: string;
  /** Whether a value of the request fits one that the policy names; made once for each value of a policy. */
  readonly fits: (written: string) => (found: string) => boolean;
  /** Holds where none of the values fits, and where the key is not in the request. */
  readonly isNegated?: true;
  /** Whether `${aws:username}` in a value of the policy is a variable. */
  readonly takesVariables?: true;
}

export const negated = (name: string, { fits, takesVariables }: Operator): Operator => ({
  name,
  fits,
  isNegated: true,
  ...(takesVariables && { takesVariables }),
});
