import { describe, expect, it } from 'vitest';
import pmml from '#shared/model-files/formats/pmml.ts';
import { expectRobust, inspectedAs, rulesOf } from './inspecting.ts';

const model = (before = '', inside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header copyright="a > b"/><!-- <!ENTITY x SYSTEM "y"> -->${inside}<RegressionModel functionName="regression"><Extension name="name" value="tree"/></RegressionModel></PMML>`;

describe('PMML', () => {
  it.each([
    ['with a model', model()],
    [
      'with what looks like a declaration in data',
      model('', '<Value><![CDATA[<!DOCTYPE x SYSTEM "y">]]></Value><Value value="<!DOCTYPE x SYSTEM>"/>'),
    ],
    ['with a prefix', '<p:PMML xmlns:p="http://www.dmg.org/PMML-4_4"></p:PMML>'],
  ])('%s is clean', async (_name, text) => {
    expect(await inspectedAs(text, pmml)).toMatchObject({
      verdict: 'clean',
      status: 'complete',
      observations: [],
    });
  });

  it.each([
    [
      'an entity of a file',
      '<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      'pmml.external-entity',
      'dangerous',
    ],
    [
      'an entity of a parameter',
      `<!DOCTYPE PMML [<!ENTITY a "]>"><!ENTITY % x PUBLIC "a" 'http://a.example/'>]>`,
      'pmml.external-entity',
      'dangerous',
    ],
    [
      'a declaration elsewhere',
      '<!DOCTYPE PMML SYSTEM "http://a.example/x.dtd">',
      'pmml.external-entity',
      'dangerous',
    ],
    ['entities that grow', '<!DOCTYPE PMML [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>', 'pmml.entity', 'review'],
    ['a declaration', '<!DOCTYPE PMML>', 'pmml.doctype', 'review'],
    ['an instruction', '<?php system("id") ?>', 'pmml.instruction', 'review'],
  ])('with %s is not clean', async (_name, before, rule, verdict) => {
    const inspection = await inspectedAs(model(before), pmml);
    expect(rulesOf(inspection)).toEqual([rule]);
    expect(inspection).toMatchObject({ verdict, status: 'complete' });
  });

  it.each([
    ['something included', '<xi:include href="file:///etc/passwd"/>', 'pmml.external-entity', 'dangerous'],
    [
      'an extension of code',
      '<Extension extender="x" name="script" value="System.exit(1)"/>',
      'pmml.extension',
      'review',
    ],
  ])('with %s is not clean', async (_name, inside, rule, verdict) => {
    const inspection = await inspectedAs(model('', inside), pmml);
    expect(rulesOf(inspection)).toEqual([rule]);
    expect(inspection.verdict).toBe(verdict);
  });

  it('is told from other XML', async () => {
    for (const text of ['<?xml version="1.0"?><net name="x"></net>', '<html></html>', 'PMML'])
      expect((await inspectedAs(text, pmml)).formats).toEqual([]);
  });

  it('is partial where it is damaged or too long, and never throws', async () => {
    for (const text of [
      `${model()}<a`,
      model('<!DOCTYPE PMML ['),
      `${model()}<a b="`,
      model('', ' '.repeat(16 * 1024 * 1024)),
    ])
      expect(await inspectedAs(text, pmml)).toMatchObject({ verdict: 'review', status: 'partial' });
    await expectRobust(Buffer.from(model('<!DOCTYPE PMML [<!ENTITY a "x">]>')), [pmml]);
  });
});
