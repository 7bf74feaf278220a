import { describe, expect, it } from 'vitest';
import { ChangeKind } from '#shared/model/finding.ts';
import { eventDocumentation, eventJsonSchemas } from '#shared/sinks/event-documentation.ts';
import { eventSchemas } from '#shared/sinks/event-schemas.ts';
import { findingEvent } from '#shared/sinks/finding-event.ts';
import { change, checks, finding, hostileTexts, kindsOfFinding, withHostile } from './specimens.ts';

describe('the examples', () => {
  it.each(Object.entries(eventSchemas))('%s fits its schema, strictly', (_name, { schema, example }) => {
    expect(schema.parse(example)).toEqual(example);
    expect(schema.safeParse({ ...example, colour: 'red' }).success).toBe(false);
    expect(schema.safeParse({ ...example, schemaVersion: '2.0' }).success).toBe(false);
  });
});

describe('a change as an event', () => {
  it.each([
    ['opened', 'Finding Opened'],
    ['changed', 'Finding Changed'],
    ['resolved', 'Finding Resolved'],
    ['reopened', 'Finding Reopened'],
    ['suppressed', 'Finding Suppressed'],
    ['unsuppressed', 'Finding Unsuppressed'],
  ] as const)('%s is “%s”', (kind, detailType) => {
    expect(findingEvent(change(kind), { checks }).detailType).toBe(detailType);
  });

  it.each(
    Object.entries(kindsOfFinding).flatMap(([kind, one]) => [
      [kind, one] as const,
      ...Object.entries(hostileTexts).map(
        ([what, text]) => [`${kind} with ${what}`, withHostile(text, one)] as const,
      ),
    ]),
  )('%s fits the schema of every kind of change', (_what, one) => {
    for (const kind of ChangeKind.options) {
      const { detailType, detail } = findingEvent(
        { ...change(kind, one), previousSeverity: 'low' },
        { checks },
      );
      expect(eventSchemas[detailType].schema.parse(detail)).toEqual(detail);
    }
  });

  it('can be told from another version of the finding, and a repeat from neither', () => {
    const idOf = (version: number) =>
      findingEvent(change('changed', finding({ version })), { checks }).detail.changeId;
    expect(idOf(2)).toBe(`${finding().id}.2`);
    expect(idOf(2)).toBe(idOf(2));
    expect(idOf(3)).not.toBe(idOf(2));
  });

  it('carries the previous severity, the fix and links', () => {
    const links = {
      check: (id: string) => `https://aispm.example/checks/${id}`,
      finding: (id: string) => `https://aispm.example/findings/${id}`,
    };
    expect(
      findingEvent({ ...change('changed'), previousSeverity: 'low' }, { checks, links }).detail,
    ).toMatchObject({
      previousSeverity: 'low',
      severity: 'high',
      fix: { console: 'Recreate it in a subnet.', cli: 'aws sagemaker create-notebook-instance' },
      links: {
        check: 'https://aispm.example/checks/aws.sagemaker.notebook-direct-internet',
        finding: `https://aispm.example/findings/${finding().id}`,
      },
    });
  });
});

describe('the documentation', () => {
  it('has a section with fields and an example for every event', () => {
    const page = eventDocumentation();
    for (const [name, { description, example }] of Object.entries(eventSchemas)) {
      const section = page.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(section).toContain(description);
      const fields = new Set([...section.matchAll(/^\| `([^`.[]+)/gm)].map(([, field]) => field));
      expect([...fields]).toEqual(expect.arrayContaining(Object.keys(example)));
      expect(JSON.parse(/```json\n(.*?)\n```/s.exec(section)?.[1] ?? '')).toEqual(example);
    }
  });

  it('gives the JSON Schema of every event, closed to other fields', () => {
    const schemas = eventJsonSchemas();
    expect(Object.keys(schemas)).toEqual(Object.keys(eventSchemas));
    for (const schema of Object.values(schemas))
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
