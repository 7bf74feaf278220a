import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Every element of the document as a browser would build it, in order. */
export function elementsOf(text: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if (!('tagName' in node)) return;
    found.push(node);
    for (const child of node.childNodes) visit(child);
    if ('content' in node) for (const child of node.content.childNodes) visit(child);
  };
  for (const child of parse(text).childNodes) visit(child);
  return found;
}

/**
 * Each element with the names of its attributes, `td[class,data-head]`: two documents from the same template
 * have the same, whatever stands in them. Line-break opportunities depend on the text and are left out.
 */
export const skeletonOf = (text: string): string[] =>
  elementsOf(text)
    .filter(({ tagName }) => tagName !== 'wbr')
    .map(({ tagName, attrs }) => `${tagName}[${attrs.map(({ name }) => name).join()}]`);

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export function textOf(element: Element): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('');
}
