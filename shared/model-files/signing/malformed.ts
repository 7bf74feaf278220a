/** Why bytes are not what they have to be. A value, for whoever sent them decides what they hold. */
export interface Malformed {
  readonly malformed: string;
}

export const malformed = (why: string): Malformed => ({ malformed: why });

export const isMalformed = (value: object): value is Malformed => 'malformed' in value;
