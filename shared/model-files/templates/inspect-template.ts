import type { Inspecting } from '../format.ts';
import { quoted } from '../text/quoted.ts';
import { NotJinja, tagsOf } from './tokens.ts';
import { Walk } from './walk.ts';

/** Where a template stands. */
export interface TemplatePlace {
  /** `tokenizer.chat_template` */
  readonly name: string;
  /** In bytes. */
  readonly offset?: number;
}

/**
 * What rendering a chat template would reach. It is rendered by whoever serves the model, with each request, and not
 * always in a sandbox (CVE-2024-34359, CVE-2026-5760).
 */
export function inspectTemplate(template: string, inspecting: Inspecting, place: TemplatePlace): void {
  const seen = new Set<string>();
  const walk = new Walk((rule, effect, what, at) => {
    const text = `The template ${quoted(place.name, 60)} ${what}: ${quoted(template.slice(at, at + 300), 160)}`;
    if (seen.has(rule + text)) return;
    seen.add(rule + text);
    inspecting.observe({
      rule: `template.${rule}`,
      effect,
      text,
      ...(place.offset === undefined ? {} : { offset: place.offset }),
    });
  });
  try {
    for (const tag of tagsOf(template)) {
      inspecting.spending.inTime();
      walk.tag(tag);
    }
  } catch (error) {
    if (!(error instanceof NotJinja)) throw error;
    inspecting.missed(
      `the template ${quoted(place.name, 60)} is not Jinja that is understood: ${error.message.slice(0, 100)}`,
    );
  }
}
