import { linkedShare, sizeOf } from './measure';

/** Elements that hold no part of an article's text. */
const NEVER = 'script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, nav, dialog, button, input, select, textarea,'
  + ' figcaption, menu, link';
const BESIDE = '[hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="dialog"], [role="alertdialog"], [role="search"],'
  + ' [role="banner"], [role="contentinfo"], [role="menu"]';

const words = (text: string) => new Set(text.split(/\s+/u));

/** What a class or id calls whole regions beside the article. */
const REGIONS = words(`comments disqus livefyre related recirc recirculation recommended recommendations recommendation trending popular
  newsletter newsletters signup cookie cookies consent gdpr onetrust outbrain taboola zergnet sidebar breadcrumb breadcrumbs subscribe subscription
  navbar modal popup popover lightbox interstitial masthead copyright mostread sponsored advertisement advertisements advertising advert adverts
  adsbygoogle dfp googletag readmore readalso morenews skiplink jp-relatedposts sharedaddy addtoany addthis sharethis ssba toolbar feedback survey
  donate donation promo promos promobox`);
/** What a class or id calls pieces within it; believed only where they are short. */
const PIECES = words(`share sharing shares social socials follow byline author authors bio authorbio dateline timestamp pubdate publishdate postmeta entrymeta
  meta metadata taglist caption captions credit credits photocredit imagecredit ad ads adslot adunit adbox slideshow gallery carousel cta widget widgets
  print printer tooltip invisible visuallyhidden screenreader rating ratings vote votes poll viewcount disclaimer infobox kicker eyebrow dropdown
  videoplayer listen podcast rubric paywall piano comment overlay menu pagination pager sponsor wp-caption`);
/** What may as well be called so within the text: believed only where links are most of it. */
const LINKS = words('more next previous prev teaser teasers tags tag topics keywords category categories footer source slider toc embed label labels views');
/** Two words that only together say so. */
const PAIRS = new Set(`read-more see-also read-also also-read most-read most-popular top-stories more-stories more-from more-news further-reading
  you-may up-next next-up author-info author-box about-author post-meta article-meta entry-meta entry-footer post-footer article-footer article-tags post-tags tag-list
  social-media share-buttons reading-time read-time skip-to jump-link sr-only screen-reader`.split(/\s+/u).map((pair) => pair.replace('-', ' ')));

/** What holds more of the page than this is no furniture, whatever it is called. */
const MOST_OF_PAGE = 0.6;
const LONGEST_PIECE = 700;
const LONGEST_IN_LINE = 200;

/** Takes out what nobody sees. */
export function removeHidden(document: Document): void {
  for (const element of document.querySelectorAll(NEVER)) element.remove();
  for (const element of document.querySelectorAll('[hidden], [style]')) if (isHidden(element)) element.remove();
}

/** Takes out what is beside or between an article's paragraphs: by tag, by role, by what its class and id call it. */
export function removeFurniture(document: Document): void {
  for (const element of document.querySelectorAll(NEVER)) element.remove();
  const body = document.body as HTMLElement | null;
  if (!body) return;
  const whole = sizeOf(body);
  for (const element of body.querySelectorAll(BESIDE)) if (mayGo(element, whole)) element.remove();
  for (const element of body.querySelectorAll('[class], [id], [style], aside, footer, form')) {
    if (element.parentNode && mayGo(element, whole) && isFurniture(element)) element.remove();
  }
}

const HOLDERS = new Set(['BODY', 'HTML', 'MAIN', 'ARTICLE']);
const ARTICLE = 'h1, [itemprop~="articleBody"]';

function mayGo(element: Element, whole: number): boolean {
  if (HOLDERS.has(element.tagName) || element.matches(ARTICLE) || element.querySelector(ARTICLE)) return false;
  return sizeOf(element) <= whole * MOST_OF_PAGE;
}

function isFurniture(element: Element): boolean {
  if (isHidden(element)) return true;
  const size = sizeOf(element);
  const name = element.tagName;
  if (name === 'FOOTER' || name === 'ASIDE' || (name === 'FORM' && size < LONGEST_PIECE)) return true;
  const called = calledOf(element);
  if (called.some((word) => REGIONS.has(word))) return true;
  if (size > LONGEST_PIECE || (isInLine(name) && size > LONGEST_IN_LINE)) return false;
  if (called.some((word) => PIECES.has(word)) || pairsOf(called).some((pair) => PAIRS.has(pair))) return true;
  return called.some((word) => LINKS.has(word)) && linkedShare(element) > 0.5;
}

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '');
const isInLine = (name: string) => /^(?:P|H[1-6]|A|SPAN|STRONG|EM|B|I|LI)$/u.test(name);

/** "postShareBar post__share-bar" -> post, share, bar, … A heading's id is its words, not a name. */
export function calledOf(element: Element): string[] {
  const id = isInLine(element.tagName) ? '' : element.getAttribute('id') ?? '';
  const called = `${element.getAttribute('class') ?? ''} ${id}`.slice(0, 500);
  return called.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}]+/u).filter(Boolean);
}

const pairsOf = (called: readonly string[]) => called.slice(1).map((word, i) => `${called[i]} ${word}`);
