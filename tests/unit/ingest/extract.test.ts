import { describe, expect, it } from 'vitest';
import { createPageReader } from '../../../server/ingest/stages/extract/extract';
import { loadLanguageDetector } from '../../../server/tagging/language';

const read = createPageReader({ detectLanguage: await loadLanguageDetector() });
const NOW = new Date('2026-11-20T12:00:00Z');
const extract = (html: string | Uint8Array, url: string | null = 'https://sahifa.example/news/1', contentType: string | null = null) =>
  read({ bytes: typeof html === 'string' ? Buffer.from(html) : html, contentType, url, now: NOW, timezone: null });
const page = (html: string | Uint8Array, url?: string | null, contentType?: string | null) => {
  const result = extract(html, url, contentType);
  if (!result.ok) throw new Error(result.detail);
  return result.page;
};

const ARABIC = [
  'قالت وزارة النقل إن العمل في الجسر الجديد سيبدأ مطلع الشهر المقبل، وإن حركة السير ستحول إلى الطريق الساحلي حتى نهاية الأشغال.',
  'وأوضح المهندس المشرف على المشروع أن الجسر سيربط الضفتين بأربعة مسارب، وأن كلفته لن تتجاوز ما رصد له في موازنة العام الماضي.',
  'ويأمل سكان الحي أن تخف الزحمة التي عانوا منها سنوات، بينما طالب أصحاب المتاجر بتعويضهم عن أشهر الإغلاق التي تنتظرهم هذا الصيف.',
];
const ENGLISH = [
  'The harbour authority said on Monday that the new bridge would open to traffic before the end of the year, some months later than planned.',
  'Engineers had found cracks in two of the pillars during a routine inspection in spring, and the concrete had to be poured a second time.',
  'Fishermen from the old quarter have asked for a longer pier instead, which the city council is going to discuss at its next meeting.',
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const article = (inner: string, texts = ARABIC) => `<!doctype html><html lang="${texts === ARABIC ? 'ar' : 'en'}" dir="rtl"><head><title>العنوان | صحيفة</title></head>
  <body><header><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav></header><main><div class="article-body">${inner}</div></main>
  <footer>جميع الحقوق محفوظة</footer></body></html>`;
const [first = '', ...others] = ARABIC;

describe('the text of a page', () => {
  it.each([
    ['nothing but its paragraphs', paragraphs(ARABIC)],
    ['a share bar between them', `<p>${first}</p><div class="share-buttons"><a href="#">فيسبوك</a><span>218</span> مشاركة</div>${paragraphs(others)}`],
    ['a link to another article between them', `<p>${first}</p><p>اقرأ أيضاً: <a href="/2">عنوان خبر آخر لا صلة له بالموضوع</a></p>${paragraphs(others)}`],
    ['a list of related articles after them', `${paragraphs(ARABIC)}<h3>مواضيع ذات صلة</h3><ul><li><a href="/1">خبر آخر عن الطقس</a></li><li><a href="/2">خبر عن الرياضة</a></li></ul>`],
    ['a box to subscribe in', `<p>${first}</p><div class="newsletter-box"><p>${ENGLISH[0]}</p><form><input><button>اشترك</button></form></div>${paragraphs(others)}`],
    ['comments below', `${paragraphs(ARABIC)}<div id="comments"><p>${ENGLISH[0]}</p><p>${ENGLISH[1]}</p></div>`],
    ['a picture with its caption', `<figure><img src="x.jpg"><figcaption>الجسر كما يبدو في التصاميم (أرشيف)</figcaption></figure>${paragraphs(ARABIC)}`],
    ['a picture with a caption by name only', `<div class="wp-caption"><img src="x.jpg"><p class="wp-caption-text">الجسر كما يبدو</p></div>${paragraphs(ARABIC)}`],
    ['a cookie notice', `<div class="cookie-consent"><p>${ENGLISH[2]}</p></div>${paragraphs(ARABIC)}`],
    ['a byline and a date above', `<p>بقلم ليلى حداد</p><p>١٨ نوفمبر ٢٠٢٦</p>${paragraphs(ARABIC)}`],
    ['the source and its tags below', `${paragraphs(ARABIC)}<p>المصدر: وكالات</p><div class="tags"><a href="/t">جسور</a> <a href="/u">نقل</a></div>`],
    ['appeals to follow it', `${paragraphs(ARABIC)}<p>تابعونا على تلغرام لتصلكم الأخبار أولاً بأول</p>`],
    ['something hidden', `<p>${first}</p><p style="display: none">${ENGLISH[0]}</p>${paragraphs(others)}`],
    ['an aside', `<p>${first}</p><aside><p>${ENGLISH[0]}</p></aside>${paragraphs(others)}`],
    ['an advertisement', `<p>${first}</p><div class="adslot"><span>إعلان</span></div>${paragraphs(others)}`],
    ['the headline again', `<h1>العنوان</h1>${paragraphs(ARABIC)}`],
    ['line breaks instead of paragraphs', ARABIC.join('<br><br>')],
    ['a wall that only claims to be one', `<div class="paywall">${paragraphs(ARABIC)}</div>`],
    ['a script that writes', `<p>${first}</p><script>document.write("<p>x</p>")</script>${paragraphs(others)}`],
  ])('%s', (_, inner) => {
    expect(page(article(inner)).text).toBe(ARABIC.join('\n\n'));
  });

  it('keeps what belongs to it: headings between, lists, quotes', () => {
    const { text } = page(article(`<p>${first}</p><h2>ماذا بعد؟</h2><p>${others[0]}</p><ul><li>أربعة مسارب في كل اتجاه</li><li>رصيف للمشاة</li></ul><blockquote><p>${others[1]}</p></blockquote>`));
    expect(text.split('\n\n')).toEqual([first, 'ماذا بعد؟', others[0], 'أربعة مسارب في كل اتجاه', 'رصيف للمشاة', others[1]]);
  });

  it('keeps a paragraph that begins like an appeal', () => {
    const like = 'المصدر الذي تحدث إلى الصحيفة قال إن الوزير وقع العقد مساء أمس، وإن الشركة المنفذة ستبدأ بنقل معداتها إلى الموقع خلال أيام قليلة.';
    expect(page(article(paragraphs([first, like, ...others]))).text).toContain(like);
  });

  it('takes the structured data’s text where the page itself has none', () => {
    const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], articleBody: [...ARABIC, ...ENGLISH].join('\n') }] });
    const { text } = page(`<html><head><script type="application/ld+json">${data}</script></head><body><h1>عنوان</h1><p>تحميل</p></body></html>`);
    expect(text).toBe([...ARABIC, ...ENGLISH].join('\n\n'));
  });

  it('leaves out what the structured data says is none of it', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: ARABIC.join(' ') });
    const stranger = 'وفي خبر لا صلة له بما سبق، فاز فريق المدينة أمس بكأس الناشئين بعد مباراة طويلة حسمتها ركلات الترجيح.';
    const { text } = page(article(`<script type="application/ld+json">${data}</script><p>${first}</p><p>${stranger}</p>${paragraphs(others)}`));
    expect(text).toBe(ARABIC.join('\n\n'));
  });

  it('soft hyphens are not read', () => {
    expect(page(article(paragraphs(ENGLISH).replaceAll('harbour', 'har&shy;bour'), ENGLISH)).text).toBe(ENGLISH.join('\n\n'));
  });
});

describe('what a page says of itself', () => {
  const body = `<article>${paragraphs(ARABIC)}</article>`;
  const withHead = (head: string, before = '') => page(`<html lang="ar"><head>${head}</head><body>${before}${body}</body></html>`);

  it.each([
    ['a heading that the title bears out', '<title>وزارة النقل: الجسر الجديد قريباً - صحيفة المدينة</title>', '<h1>وزارة النقل: الجسر الجديد قريباً</h1>', 'وزارة النقل: الجسر الجديد قريباً'],
    ['a heading that is the site’s name', '<title>الجسر الجديد يفتتح قريباً | صحيفة المدينة</title><meta property="og:site_name" content="صحيفة المدينة">', '<h1>صحيفة المدينة</h1>', 'الجسر الجديد يفتتح قريباً'],
    ['og:title', '<title>صحيفة</title><meta property="og:title" content="الجسر الجديد يفتتح &quot;قريباً&quot;">', '', 'الجسر الجديد يفتتح "قريباً"'],
    ['a site named by its host', '<title>Bridge opens at last - Sahifa</title>', '', 'Bridge opens at last'],
    ['a dash of its own', '<title>بيروت - دمشق: الطريق مفتوح</title>', '', 'بيروت - دمشق: الطريق مفتوح'],
    ['kicker and headline in elements of their own', '<title>اقتصاد الجسر الجديد يفتتح قريباً</title>', '<h1><span>اقتصاد</span><span>الجسر الجديد يفتتح قريباً</span></h1>', 'اقتصاد الجسر الجديد يفتتح قريباً'],
  ])('title: %s', (_, head, before, title) => {
    expect(withHead(head, before).title).toBe(title);
  });

  it.each([
    ['structured data', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-11-18T09:30:00+03:00"}</script>', '2026-11-18T06:30:00.000Z'],
    ['structured data with a raw line break in it', '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","datePublished":"2026-11-18T06:30:00Z"}</script>', '2026-11-18T06:30:00.000Z'],
    ['broken structured data, then <meta>', '<script type="application/ld+json">{"@type":</script><meta property="article:published_time" content="2026-11-18T06:30:00Z">', '2026-11-18T06:30:00.000Z'],
    ['itemprop', '<meta itemprop="datePublished" content="2026-11-18">', '2026-11-18T00:00:00.000Z'],
    ['a future one, passed over', '<meta property="article:published_time" content="2031-01-01T00:00:00Z"><meta name="date" content="2026-11-17T00:00:00Z">', '2026-11-17T00:00:00.000Z'],
    ['none', '', null],
  ])('date: %s', (_, head, at) => {
    expect(withHead(head).publishedAt).toBe(at);
  });

  it.each([
    ['<time>', '<time datetime="2026-11-18T06:30:00Z">أمس</time>', '2026-11-18T06:30:00.000Z'],
    ['Arabic words', '<div class="post-date">18 تشرين الثاني 2026</div>', '2026-11-18T00:00:00.000Z'],
  ])('date: %s in the page', (_, before, at) => {
    expect(withHead('', before).publishedAt).toBe(at);
  });

  it.each([
    ['structured data', '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"ليلى حداد"},{"name":"سامر عيسى"}]}</script>', 'ليلى حداد, سامر عيسى'],
    ['a reference within the graph', '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"ليلى حداد"}]}</script>', 'ليلى حداد'],
    ['<meta>', '<meta name="author" content="بقلم: ليلى حداد">', 'ليلى حداد'],
    ['an address, which is no name', '<meta property="article:author" content="https://www.facebook.com/sahifa">', null],
  ])('author: %s', (_, head, author) => {
    expect(withHead(head).author).toBe(author);
  });

  it.each([
    ['relative', '<link rel="canonical" href="/أخبار/7">', 'https://sahifa.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/7'],
    ['the site itself, passed over', '<link rel="canonical" href="https://sahifa.example/"><meta property="og:url" content="https://sahifa.example/news/7?utm_source=x">', 'https://sahifa.example/news/7'],
    ['none: where it was fetched', '', 'https://sahifa.example/news/1'],
  ])('address: %s', (_, head, url) => {
    expect(withHead(head).canonicalUrl).toBe(url);
  });

  it('language: the text’s, whatever the page declares', () => {
    expect(page(article(paragraphs(ARABIC)).replace('lang="ar"', 'lang="en"')).lang).toBe('ar');
  });
});

describe('bytes', () => {
  // no encoder for it is at hand: the letters' places in windows-1256
  const CODES: Record<string, number> = { ا: 0xc7, ل: 0xe1, ع: 0xda, ن: 0xe4, و: 0xe6 };
  const windows1256 = (text: string) => Uint8Array.from([...text].map((letter) => CODES[letter] ?? letter.charCodeAt(0)));

  it('heeds a page’s <meta charset>', () => {
    const head = '<!doctype html><html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>x</title></head>';
    expect(page(windows1256(`${head}<body><p>عنوان</p></body></html>`)).text).toBe('عنوان');
  });
});

describe('hostile pages', () => {
  const inner = paragraphs(ENGLISH);
  it.each([
    ['thousands of nested elements', `${'<div>'.repeat(3000)}${inner}${'</div>'.repeat(3000)}`],
    ['thousands of elements that nobody closes', `${'<b>'.repeat(20_000)}${inner}`],
    ['structured data that nests', `<script type="application/ld+json">${'['.repeat(50_000)}</script>${inner}`],
  ])('%s: the text is found all the same', (_, html) => {
    expect(page(html).text).toContain(ENGLISH[2]);
  });

  it('a page that is too large is refused', () => {
    expect(extract(new Uint8Array(6_000_000))).toMatchObject({ ok: false, outcome: 'too-large' });
  });

  it.each([['nothing', ''], ['no text', '<html><body><img src="x"></body></html>'], ['only furniture', '<html><body><nav><a href="/">x</a></nav></body></html>']])('%s: no article', (_, html) => {
    expect(extract(html)).toMatchObject({ ok: false, outcome: 'no-article' });
  });
});
