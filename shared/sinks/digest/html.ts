import type { Severity } from '#shared/model/severity.ts';
import { html, type Markup, trusted } from '../html/markup.ts';
import { LIGHT } from '../html/style.ts';
import { clip } from '../text.ts';
import { remedy } from '../unseen.ts';
import { dayText, placeText, SEVERITY_TITLE } from '../wording.ts';
import type { Digest, DigestFinding, Section } from './compose.ts';
import {
  evidenceLine,
  leadText,
  moreText,
  nameOf,
  oldestText,
  ownerText,
  resolutionText,
  riskLine,
  severitiesText,
  textOf,
  windowText,
} from './phrases.ts';

/**
 * HTML as Outlook's Word engine renders it: tables for layout, widths and colours as attributes, styles
 * inline, no images, no links, no scripts, no style sheet that a client may drop. It never tells which
 * recipient reads it.
 */
export function renderDigestHtml(digest: Digest): string {
  return html`${trusted(DOCTYPE)}
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light" />
<title>${clip(digest.subject, 200)}</title>
</head>
<body bgcolor="${LIGHT.panel}" style="margin:0;padding:0;background-color:${LIGHT.panel};">
<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="${LIGHT.panel}">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="${WIDTH}" border="0" cellpadding="0" cellspacing="0" bgcolor="${LIGHT.paper}" style="width:${WIDTH}px;max-width:100%;border:1px solid ${LIGHT.rule};">
<tr><td width="${WIDTH}" style="padding:28px 32px 4px 32px;">
<h1 style="margin:0;${FONT}font-size:22px;line-height:28px;font-weight:bold;color:${LIGHT.ink};">AI security posture</h1>
<p style="margin:4px 0 0 0;${SMALL}">${windowText(digest)}</p>
<p style="margin:16px 0 0 0;${FONT}font-size:16px;line-height:24px;color:${LIGHT.ink};">${leadText(digest)}</p>
</td></tr>
${numbers(digest)}
${findings('New', digest.opened, ({ finding, fix }) => [
  finding.reopened > 0 ? 'Came back.' : '',
  evidenceLine(finding),
  fix ? `Fix: ${textOf(fix)}` : '',
])}
${findings('Worsened', digest.worsened, ({ finding }) => [
  evidenceLine(finding),
  `Open since ${dayText(finding.openedAt)}`,
])}
${findings('Fixed', digest.fixed, ({ finding }) => [resolutionText(finding)])}
${owners(digest)}
${notSeen(digest)}
<tr><td style="padding:20px 32px 24px 32px;"><p style="margin:0;${SMALL}">Sent by aispm. Findings that rest on what was not seen stay open.</p></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.text;
}

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

const WIDTH = 600;
/** `mso-line-height-rule` keeps Outlook from setting lines further apart than told. */
const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;mso-line-height-rule:exactly;";
const BODY = `${FONT}font-size:14px;line-height:21px;color:${LIGHT.ink};`;
const SMALL = `${FONT}font-size:13px;line-height:19px;color:${LIGHT.quiet};`;

/** Four numbers side by side: what a reader wants before reading on. */
function numbers({ opened, worsened, fixed, open, empty }: Digest): Markup | undefined {
  if (empty) return undefined;
  const cell = (
    n: number,
    title: string,
  ) => html`<td width="25%" valign="top" style="padding:12px 0;border-top:1px solid ${LIGHT.rule};border-bottom:1px solid ${LIGHT.rule};">
<p style="margin:0;${FONT}font-size:24px;line-height:30px;font-weight:bold;color:${LIGHT.ink};">${n.toLocaleString('en')}</p>
<p style="margin:0;${SMALL}">${title}</p></td>`;
  return html`<tr><td style="padding:20px 32px 0 32px;"><table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0"><tr>
${cell(opened.total, 'new')}${cell(worsened.total, 'worsened')}${cell(fixed.total, 'fixed')}${cell(open.total, 'open now')}
</tr></table></td></tr>`;
}

const findings = (
  title: string,
  of: Section<DigestFinding>,
  lines: (entry: DigestFinding) => string[],
): Markup | undefined =>
  section(
    title,
    of,
    of.entries.map((entry) => {
      const { severity, title: what, asset, scope, owner } = entry.finding;
      return html`<tr>
<td width="92" valign="top" style="padding:12px 0;border-bottom:1px solid ${LIGHT.rule};">${label(severity)}</td>
<td valign="top" style="padding:11px 0 12px 12px;border-bottom:1px solid ${LIGHT.rule};word-break:break-word;">
<p style="margin:0;${BODY}font-weight:bold;">${textOf(what)}</p>
<p style="margin:0;${BODY}">${nameOf(asset.name)} <span style="color:${LIGHT.quiet};">in ${nameOf(placeText(scope))}${owner ? `, owner ${nameOf(owner)}` : ''}</span></p>
${[riskLine(entry.finding), ...lines(entry)].filter(Boolean).map(
  (line) => html`<p style="margin:2px 0 0 0;${SMALL}">${line}</p>
`,
)}</td></tr>
`;
    }),
  );

const label = (severity: Severity): Markup =>
  html`<table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td bgcolor="${LIGHT[severity]}" style="padding:1px 7px;background-color:${LIGHT[severity]};${FONT}font-size:12px;line-height:18px;font-weight:bold;color:${LIGHT.onSeverity};">${SEVERITY_TITLE[severity].replace('Informational', 'Info')}</td></tr></table>`;

const owners = ({ stillOpen }: Digest): Markup | undefined =>
  section(
    'Still open, by owner',
    { entries: stillOpen.entries, total: stillOpen.total },
    stillOpen.entries.map(
      (
        entry,
      ) => html`<tr><td valign="top" style="padding:10px 0;border-bottom:1px solid ${LIGHT.rule};word-break:break-word;">
<p style="margin:0;${BODY}"><b>${ownerText(entry)}</b>: ${severitiesText(entry.bySeverity)}, <span style="white-space:nowrap;">${oldestText(entry)}</span></p>
<p style="margin:2px 0 0 0;${SMALL}">Worst: ${textOf(entry.worst.title)}, ${nameOf(entry.worst.asset.name)}</p></td></tr>
`,
    ),
    stillOpen.findings,
  );

const notSeen = ({ notSeen: gaps }: Digest): Markup | undefined =>
  section(
    'Not seen',
    gaps,
    gaps.entries.map(
      (
        gap,
      ) => html`<tr><td valign="top" style="padding:10px 0;border-bottom:1px solid ${LIGHT.rule};word-break:break-word;">
<p style="margin:0;${BODY}"><b>${nameOf(gap.operation)}</b> (${gap.outcome}) <span style="color:${LIGHT.quiet};">in ${nameOf(gap.scopes.map(placeText).join('; '))}</span></p>
<p style="margin:2px 0 0 0;${SMALL}">${textOf(remedy(gap))}</p></td></tr>
`,
    ),
  );

function section(
  title: string,
  of: Section<unknown>,
  rows: readonly Markup[],
  total = of.total,
): Markup | undefined {
  if (of.total === 0) return undefined;
  const more = moreText(of);
  return html`<tr><td style="padding:28px 32px 0 32px;">
<h2 style="margin:0 0 4px 0;${FONT}font-size:17px;line-height:24px;font-weight:bold;color:${LIGHT.ink};">${title} <span style="font-weight:normal;color:${LIGHT.quiet};">${total.toLocaleString('en')}</span></h2>
<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="border-top:1px solid ${LIGHT.rule};">
${rows}</table>
${more && html`<p style="margin:8px 0 0 0;${SMALL}">${more}</p>`}
</td></tr>`;
}
