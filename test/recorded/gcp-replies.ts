import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { JsonObject } from '#shared/model/json.ts';
import { FIXTURES, fixture, haveFixtures } from './fixtures.ts';

/** What Google was recorded to answer with 200 to a GET whose address was kept. */
export interface GoogleReply {
  /** The file, and which of its exchanges it is. */
  readonly source: string;
  readonly url: URL;
  readonly body: JsonObject;
}

const Recording = z.array(
  z.looseObject({
    method: z.string(),
    uri: z.string().nullable(),
    status: z.int(),
    body: JsonObject.nullable(),
  }),
);

const FOLDER = 'recorded/gcp';

/** Why an exchange is no reply that could be replayed, by how many there are. */
export const withoutReply = new Map<string, number>();

function no(reason: string): [] {
  withoutReply.set(reason, (withoutReply.get(reason) ?? 0) + 1);
  return [];
}

function recordedReplies(): GoogleReply[] {
  return readdirSync(path.join(FIXTURES, FOLDER))
    .sort()
    .flatMap((file) =>
      Recording.parse(fixture(`${FOLDER}/${file}`)).flatMap(({ method, uri, status, body }, index) => {
        if (method !== 'GET') return no('writes');
        if (uri === null) return no('an address that was not kept');
        if (status !== 200 || !body) return no(`a reply with ${status}`);
        return { source: `${file} #${index}`, url: new URL(uri), body };
      }),
    );
}

export const replies: readonly GoogleReply[] = haveFixtures ? recordedReplies() : [];

/** What an address is of: `aiplatform.googleapis.com`, `v1`, `projects/locations/endpoints`, a list. */
export interface GoogleAddress {
  readonly service: string;
  readonly version: string;
  readonly collections: string;
  readonly of: 'list' | 'resource';
}

/** Reads an address of a reply, or one with parameters in braces. */
export function googleAddress(url: string): GoogleAddress {
  const [, host = '', version = '', rest = ''] = /^https:\/\/([^/]+)\/([^/]+)\/([^?]*)/.exec(url) ?? [];
  const segments = rest.split('/');
  return {
    service: host.replace(/^.+-(?=[a-z]+\.googleapis\.com$)/, ''),
    version,
    collections: segments.filter((_segment, index) => index % 2 === 0).join('/'),
    of: segments.length % 2 === 1 ? 'list' : 'resource',
  };
}
