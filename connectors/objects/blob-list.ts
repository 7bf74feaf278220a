import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { ListedObject, ListPage } from './bucket.ts';

/**
 * The reply of List Blobs, which is XML: https://learn.microsoft.com/rest/api/storageservices/list-blobs. Only elements
 * without attributes are looked for, for those that matter here have none but `Name`.
 */
export function blobListOf(xml: string): ListPage {
  if (!xml.includes('<EnumerationResults') || !xml.includes('</EnumerationResults>'))
    throw new SourceUnreadable('the reply of Blob Storage is not of the documented form');
  const [, ...elements] = xml.split('<Blob>');
  const objects = elements.flatMap((element): ListedObject[] => {
    const [blob = ''] = element.split('</Blob>', 1);
    // Accounts with a hierarchical namespace list their folders too.
    if (textOf(blob, 'ResourceType') === 'directory') return [];
    const name = nameIn(blob);
    const bytes = Number(textOf(blob, 'Content-Length') ?? Number.NaN);
    if (name === undefined || !Number.isSafeInteger(bytes))
      throw new SourceUnreadable('the reply of Blob Storage has a blob without a name or a size');
    const etag = textOf(blob, 'Etag');
    return [{ name, bytes, ...(etag === undefined ? {} : { revision: quoted(etag) }) }];
  });
  const next = textOf(xml.slice(xml.lastIndexOf('</Blobs>') + 1), 'NextMarker');
  return { objects, next: next === '' ? undefined : next };
}

/** The list gives an ETag without the quotes that it has in the header. */
const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`);

/** A name that XML cannot hold is escaped as in an address, and says so. */
function nameIn(blob: string): string | undefined {
  const plain = textOf(blob, 'Name');
  if (plain !== undefined) return plain;
  const encoded = between(blob, '<Name Encoded="true">', '</Name>');
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const textOf = (xml: string, element: string): string | undefined => {
  const text = between(xml, `<${element}>`, `</${element}>`);
  return text === undefined ? undefined : unescaped(text);
};

function between(text: string, open: string, close: string): string | undefined {
  const from = text.indexOf(open);
  if (from === -1) return undefined;
  const to = text.indexOf(close, from + open.length);
  return to === -1 ? undefined : text.slice(from + open.length, to);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex, decimal, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
