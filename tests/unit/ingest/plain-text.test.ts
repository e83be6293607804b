import { describe, expect, it } from 'vitest';
import { plainText, plainTitle } from '../../../server/ingest/stages/plain-text';

describe('plainText', () => {
  it.each([
    ['no markup', 'خبر عاجل من إدلب', 'خبر عاجل من إدلب'],
    ['paragraphs', '<p>الأولى</p><p>الثانية</p>', 'الأولى\n\nالثانية'],
    ['paragraphs nobody closed', '<p>الأولى<p>الثانية', 'الأولى\n\nالثانية'],
    ['a line break', 'سطر<br/>سطر آخر<br>وثالث', 'سطر\nسطر آخر\nوثالث'],
    ['two line breaks are a paragraph', 'سطر<br><br />آخر', 'سطر\n\nآخر'],
    ['inline tags leave no gap', 'ال<b>مفاوض</b>ات', 'المفاوضات'],
    ['entities', 'A&amp;B &lt;5&gt; &quot;x&quot; &#1571; &#x625; &nbsp;&hellip;', 'A&B <5> "x" أ إ …'],
    ['an entity nobody closed', 'AT&amp T', 'AT& T'],
    ['a bare ampersand', 'R&D <b>x</b> & y', 'R&D x & y'],
    ['scripts and styles', 'قبل<script>if (a < b) alert("<p>")</script><style>p{}</style> بعد', 'قبل بعد'],
    ['a caption', '<figure><img src="x"><figcaption>صورة</figcaption></figure><p>النص</p>', 'النص'],
    ['a caption nobody closed ends with its figure', '<figure><figcaption>صورة</figure>النص', 'النص'],
    ['a picture alone', '<img src="x" alt="صورة">', ''],
    ['lists', '<ul><li>واحد</li><li>اثنان</li></ul>', 'واحد\n\nاثنان'],
    ['a comment', 'أ<!-- <p>سر</p> -->ب', 'أب'],
    ['white space in the source', '<p>\n   سطر\n   واحد  </p>\n', 'سطر واحد'],
    ['lines of plain text stay', 'سطر\nسطر', 'سطر\nسطر'],
    ['half a tag at the end', '<p>النص</p> <a href="http://', 'النص'],
    ['a number below another', '3 < 5 و 7 > 6', '3 < 5 و 7 > 6'],
    ['zero-width joiners are spelling', 'می\u200cخواهم <b>x</b>', 'می\u200cخواهم x'],
    ['NUL and its kin', 'أ\u0000ب\u0007ج', 'أبج'],
    ['half of a pair of surrogates', 'أ\ud800ب', 'أ\ufffdب'],
  ])('%s', (_, html, expected) => {
    expect(plainText(html)).toBe(expected);
  });

  it.each([
    ['angle brackets', '<'.repeat(400_000)],
    ['tags that nobody closes', '<div>'.repeat(100_000) + '</b>'.repeat(100_000)],
    ['captions', '<figcaption>'.repeat(100_000) + '</p>'.repeat(100_000)],
    ['ampersands', `${'&'.repeat(400_000)}<b>`],
    ['white space', `<b>${' \n'.repeat(200_000)}x`],
    ['comments', '<!--'.repeat(100_000)],
  ])('takes linear time for %s', (_, html) => {
    const startedAt = performance.now();
    plainText(html);
    // the quadratic way takes minutes
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('plainTitle', () => {
  it.each([
    ['tags', '<b>عاجل</b>: مفاوضات <i>أستانة</i>', 'عاجل: مفاوضات أستانة'],
    ['lines', ' عاجل:\n   مفاوضات\u00a0أستانة ', 'عاجل: مفاوضات أستانة'],
    ['entities', 'إيران &amp; تركيا &#8220;ضامنتان&#8221;', 'إيران & تركيا “ضامنتان”'],
    ['less than', 'النمو < 5% والتضخم > 3%', 'النمو < 5% والتضخم > 3%'],
    ['less than a letter', 'if a<b & c', 'if a<b & c'],
    ['Arabic in angle brackets', 'فيلم <الرسالة> يعود', 'فيلم <الرسالة> يعود'],
    ['a tag with attributes', '<a href="x">الخبر</a>', 'الخبر'],
  ])('%s', (_, markup, expected) => {
    expect(plainTitle(markup)).toBe(expected);
  });
});
