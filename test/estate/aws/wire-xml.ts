import type { NormalizedSchema } from '@smithy/core/schema';
import { isObject, type Json } from '#shared/model/json.ts';

/** An element as the XML protocols of AWS send it. Members that the schema does not know go as text. */
export function toWireXml(tag: string, schema: NormalizedSchema | undefined, value: Json): string {
  if (value === null) return '';
  if (schema?.isStructSchema() && isObject(value)) {
    const members = new Map(schema.structIterator());
    const inner = Object.entries(value).map(([name, nested]) =>
      nested === undefined ? '' : memberXml(name, members.get(name), nested),
    );
    return `<${tag}>${inner.join('')}</${tag}>`;
  }
  if (schema?.isListSchema() && Array.isArray(value)) {
    const element = schema.getValueSchema();
    const name = element.getMergedTraits().xmlName ?? 'member';
    return `<${tag}>${value.map((nested) => toWireXml(String(name), element, nested)).join('')}</${tag}>`;
  }
  return `<${tag}>${escapeXml(typeof value === 'object' ? JSON.stringify(value) : String(value))}</${tag}>`;
}

function memberXml(name: string, member: NormalizedSchema | undefined, value: Json): string {
  const { xmlName, xmlFlattened } = member?.getMergedTraits() ?? {};
  const tag = String(xmlName ?? name);
  if (xmlFlattened && member?.isListSchema() && Array.isArray(value))
    return value.map((element) => toWireXml(tag, member.getValueSchema(), element)).join('');
  return toWireXml(tag, member, value);
}

/** XML 1.0 has no place for most control characters: they are sent as the replacement character. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{NChar}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
