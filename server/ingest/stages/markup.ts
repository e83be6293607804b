import type { Markup } from './raw-feed';
import { undoMojibake } from './undo-mojibake';
import { decodeReferences } from './xml-entities';
import { attributeOf, sourceOf, textOf, type XmlNode } from './xml-node';

/** The first of the nodes with any text. */
export function markupOf(nodes: readonly XmlNode[]): Markup | null {
  for (const node of nodes) {
    const markup = markupIn(node);
    if (markup !== null) return markup;
  }
  return null;
}

/**
 * Atom's `type="text"` says that `<` is just that, and base64 hides a text; RSS never says, and means HTML. Tags that stand in the
 * document itself are HTML whatever the type.
 */
function markupIn(node: XmlNode): Markup | null {
  const type = attributeOf(node, 'type')?.toLowerCase() ?? '';
  const source = sourceOf(node);
  if (source !== null) return filled({ value: isXml(node, type) ? xhtml(source) : tagsAndText(source), html: true });
  if (isBase64(node, type)) return filled({ value: fromBase64(textOf(node)) ?? (BINARY.test(type) ? '' : textOf(node)), html: true });
  return filled({ value: textOf(node), html: type !== 'text' && type !== 'text/plain' });
}

function filled({ value, html }: Markup): Markup | null {
  const text = undoMojibake(value.trim());
  return text === '' ? null : { value: html ? onceEscaped(text) : text, html: html || ESCAPED_REFERENCE.test(text) };
}

const isXml = (node: XmlNode, type: string) => type === 'xhtml' || type.endsWith('xml') || attributeOf(node, 'mode') === 'xml';
const CDATA = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/gu;
const NONE = new Map<string, string>();

/** XHTML as HTML: without the prefix that its elements may have; CDATA is text. */
function xhtml(source: string): string {
  const text = source.replace(CDATA, (_, inner: string) => inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return text.replace(/<(\/?)(?:xhtml|html|h):/giu, '<$1');
}

/** Escaped HTML and tags as such, side by side: the references are decoded once, as they would be without the tags. */
function tagsAndText(source: string): string {
  return source.split(CDATA).map((part, i) => (i % 2 === 1 ? part : decodeReferences(part, NONE))).join('');
}

/** What names a type that is no text is in base64 (Atom 0.3 and 1.0). */
function isBase64(node: XmlNode, type: string): boolean {
  if (attributeOf(node, 'mode')?.toLowerCase() === 'base64') return true;
  return type.includes('/') && !type.startsWith('text/') && !type.endsWith('xml') && !type.startsWith('multipart/');
}

const BINARY = /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip)$/u;

/** The text in it; null where there is none, or it is no base64 at all. */
function fromBase64(text: string): string | null {
  const compact = text.replace(/\s+/gu, '');
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(compact)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(compact, 'base64'));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const ESCAPED_REFERENCE = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/iu;
const ESCAPED_TAG = /&lt;\/?(?:p|br|div|span|a|b|i|em|strong|img|ul|li|h[1-6]|table|figure|blockquote)(?=\s|\/?&gt;)/iu;
const TAG = /<\/?[a-z][^<>]*>/iu;
const TWICE = /&amp;(?=(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#x[\da-f]{1,6});)/giu;

/** HTML that was escaped once too often: `&amp;quot;` in any text, and `&lt;p&gt;` where there is no tag but such. */
function onceEscaped(html: string): string {
  if (!html.includes('&')) return html;
  if (!TAG.test(html) && ESCAPED_TAG.test(html)) return decodeReferences(html, NONE);
  return html.replace(TWICE, '&');
}
