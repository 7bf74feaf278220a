import { describe, expect, it, test } from 'vitest';
import type { AttackPath } from '#shared/paths/attack-path.ts';
import { pathPicture } from '#shared/sinks/html/path-picture.ts';
import { htmlFormat } from '#shared/sinks/html/report.ts';
import { markdownFormat } from '#shared/sinks/markdown.ts';
import { mermaid } from '#shared/sinks/mermaid.ts';
import type { Format, PathsFound } from '#shared/sinks/posture.ts';
import { examplePath, exampleStep, weights } from '../paths/example-path.ts';
import { rawInvisible } from './controls.ts';
import { attribute, elementsOf, skeletonOf, textOf } from './markup-tree.ts';
import { finding, hostileTexts, posture } from './specimens.ts';

const found: PathsFound = {
  shortest: [examplePath(), examplePath({ id: 'path-2', steps: [exampleStep({ to: weights })] })],
  best: [
    { fix: { id: 'close-notebook', sentence: 'Close the notebook' }, cuts: 5 },
    { fix: { id: 'narrow-role', sentence: 'Narrow the role' }, cuts: 7 },
  ],
  pairs: 9,
};
const written = (format: Format, paths?: PathsFound, findings = [finding()]): string =>
  [...format.render({ ...posture(findings), ...(paths && { paths }) })].join('');

const withText = (text: string): AttackPath => {
  const path = examplePath();
  const place = { ...weights, name: text, type: text, id: text };
  return {
    ...path,
    source: { ...path.source, name: text },
    target: { ...path.target, name: text },
    steps: [
      exampleStep({
        from: place,
        to: place,
        technique: text,
        sentence: text,
        access: 'conditional',
        conditions: [text],
        fix: { id: text, sentence: text },
      }),
    ],
  };
};

describe('the picture of a path', () => {
  const picture = pathPicture(examplePath(), 'p').text;
  const elements = elementsOf(picture);

  it('shows every place in order, and each step with technique, basis, condition and fix', () => {
    const texts = elements.filter(({ tagName }) => tagName === 'text').map(textOf);
    expect(texts).toEqual([
      'The internet',
      'outside, control',
      'churn',
      'AWS, aws.sagemaker.notebook-instance, control',
      'data-science',
      'AWS, aws.iam.role, control',
      'churn-weights',
      'AWS, aws.s3.bucket, read',
      'may open the notebook from anywhere',
      'aws.sagemaker.open-notebook, documented',
      'Fix: Disable direct internet access of the notebook churn',
      'runs as the role',
      'relation.assumes, documented',
      'Fix: Give the notebook churn a role of its own',
      'may read every object with s3:GetObject',
      'capability.read_exfil, documented, only if StringEquals aws:SourceVpce vpce-1',
      'Fix: Remove s3:GetObject on * from the policy data-science (statement 2)',
    ]);
  });

  it('draws conditional access differently', () => {
    const ways = elements
      .map((element) => attribute(element, 'class') ?? '')
      .filter((name) => name.startsWith('way'));
    expect(ways).toEqual(['way', 'way', 'way conditional']);
  });

  it('has a name and a description for who does not see it', () => {
    const svg = elements.find(({ tagName }) => tagName === 'svg');
    expect(svg && attribute(svg, 'role')).toBe('img');
    expect(svg && attribute(svg, 'aria-labelledby')).toBe('p-title p-text');
    expect(elements.filter(({ tagName }) => tagName === 'title').map(textOf)).toEqual([
      'From The internet to churn-weights, model weights',
    ]);
    expect(
      elements
        .filter(({ tagName }) => tagName === 'desc')
        .map(textOf)
        .join(),
    ).toContain('3 steps: The internet may open the notebook from anywhere churn,');
  });

  it('says so where the conditions of conditional access are not known', () => {
    const step = exampleStep({ access: 'conditional', conditions: [] });
    expect(pathPicture(examplePath({ steps: [step] }), 'p').text).toContain(
      'only if conditions hold that were not read',
    );
  });

  test.each(Object.entries(hostileTexts))('keeps %s inside the picture as text', (_what, text) => {
    const hostile = pathPicture(withText(text), 'p').text;
    expect(skeletonOf(hostile)).toEqual(skeletonOf(pathPicture(withText('plain'), 'p').text));
    expect(rawInvisible(hostile)).toBeUndefined();
    for (const element of elementsOf(hostile).filter(({ tagName }) => tagName === 'text')) {
      const left = Number(attribute(element, 'x'));
      // The narrowest that a character of each kind is drawn; a picture of full width is 1,000 wide.
      const drawn = [...textOf(element)].reduce(
        (sum, c) => sum + (/[\u3000-\u9fff]|\p{Emoji_Presentation}/u.test(c) ? 13 : 5.5),
        left,
      );
      expect(drawn).toBeLessThan(1000);
    }
  });
});

describe('paths in the HTML report', () => {
  const page = written(htmlFormat, found);
  const titles = (of: string) =>
    elementsOf(of)
      .filter(({ tagName }) => tagName === 'h2')
      .map(textOf);

  it('come first, with their fixes and how many of how many those cut', () => {
    expect(titles(page)[0]).toBe('The two shortest ways to your models');
    const items = elementsOf(page).filter(({ tagName }) => tagName === 'li');
    const cuts = items.map(textOf).filter((text) => text.includes('pairs'));
    expect(cuts).toEqual([
      'Close the notebook cuts 5 of 9 pairs of a source and what it reaches',
      'Narrow the role with what stands above it cuts 7 of 9 pairs of a source and what it reaches',
    ]);
    expect(page).toContain('The two fixes that cut most of them');
  });

  it('are no more than three, and two fixes', () => {
    const path = examplePath();
    const [cut] = found.best;
    const many = { shortest: [path, path, path, path], best: cut ? [cut, cut, cut] : [], pairs: 9 };
    const pictures = elementsOf(written(htmlFormat, many)).filter(
      (one) => attribute(one, 'class') === 'picture path',
    );
    expect(pictures).toHaveLength(3);
    expect(titles(written(htmlFormat, many))[0]).toBe('The three shortest ways to your models');
    expect(written(htmlFormat, many).match(/pairs of a source/g)).toHaveLength(2);
  });

  it('have unique ids, and the contents lead to them', () => {
    const ids = elementsOf(page).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('<a href="#paths">');
  });

  it('are not spoken of where they were not looked for', () => {
    for (const format of [htmlFormat, markdownFormat])
      expect(written(format)).not.toMatch(/ways? to your models|#paths/i);
  });

  it('say that none was found, and for what that holds', () => {
    const none = written(htmlFormat, { shortest: [], best: [], pairs: 0 });
    expect(titles(none)[0]).toBe('No way to your models was found');
    expect(none).toContain('That holds for what was read');
  });
});

describe('a path in Mermaid', () => {
  it('is a flowchart', () => {
    expect(mermaid(examplePath()).split('\n')).toEqual([
      'flowchart TD',
      '  place0["The internet<br/>outside, control"]',
      '  place1["churn<br/>AWS, aws.sagemaker.notebook-instance, control"]',
      '  place2["data-science<br/>AWS, aws.iam.role, control"]',
      '  place3["churn-weights<br/>AWS, aws.s3.bucket, read"]',
      '  place0 -->|"may open the notebook from anywhere<br/>Fix: Disable direct internet access of the notebook churn"| place1',
      '  place1 -->|"runs as the role<br/>Fix: Give the notebook churn a role of its own"| place2',
      '  place2 -.->|"may read every object with s3:GetObject<br/>only if StringEquals aws:SourceVpce vpce-1<br/>Fix: Remove s3:GetObject on #42; from the policy data-science (statement 2)"| place3',
      '',
    ]);
  });

  test.each(Object.entries(hostileTexts))('keeps %s inside its label', (_what, text) => {
    const lines = mermaid(withText(text)).split('\n');
    expect(lines).toHaveLength(5);
    const label = String.raw`(?:[^"<>#;\x60{}|\[\]\\&]|#\d+;|<br/>)*`;
    expect(lines[1]).toMatch(new RegExp(`^  place0\\["${label}"\\]$`, 'u'));
    expect(lines[3]).toMatch(new RegExp(`^  place0 -\\.->\\|"${label}"\\| place1$`, 'u'));
    expect(rawInvisible(lines.join(''))).toBeUndefined();
  });
});

describe('the posture in Markdown', () => {
  it('has paths, the summary, the findings by risk and what was not seen', () => {
    const text = written(markdownFormat, found);
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# AI security posture',
      '## The two shortest ways to your models',
      '### The internet to churn-weights: model weights, risk 38.2 of 100',
      '### The internet to churn-weights: model weights, risk 54.6 of 100',
      '### The two fixes that cut most of them',
      '## By cloud',
      '## Findings',
      '## Not seen',
    ]);
    expect(text).toContain('| AWS | 0 | 1 | 0 | 0 | 0 | 1 | 1 |');
    expect(text).toContain(
      '| 27 | high | SageMaker notebook instances have no direct internet access | churn | AWS 111122223333, eu-west-1 |',
    );
    expect(text).toContain('1. Close the notebook (cuts 5 of 9 pairs');
    expect(text).toContain('| sagemaker:ListModels | denied |');
  });

  test.each(Object.entries(hostileTexts))('keeps %s inside its cell', (_what, text) => {
    const hostile = finding({ title: text, asset: { id: text, type: 'aws.s3.bucket', name: text } });
    const page = written(markdownFormat, { ...found, shortest: [withText(text)] }, [hostile]);
    const rows = page.split('\n').filter((line) => line.startsWith('| 27 |'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.split('|')).toHaveLength(7);
    expect(page.replace(/```mermaid\n.*?```/s, '')).not.toMatch(/[<>[\]`*]|https?:\/\//);
    expect(rawInvisible(page)).toBeUndefined();
  });

  it('shows the first hundred findings and counts the rest', () => {
    const many = Array.from({ length: 103 }, (_, n) =>
      finding({ asset: { id: `a${n}`, type: 't', name: `n${n}` } }),
    );
    const text = written(markdownFormat, undefined, many);
    expect(text.match(/^\| 27 \|/gm)).toHaveLength(100);
    expect(text).toContain('and 3 more findings');
  });
});
