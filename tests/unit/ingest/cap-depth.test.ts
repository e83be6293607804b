import { describe, expect, it } from 'vitest';
import { capDepth, MOST_DEEP } from '../../../server/ingest/stages/extract/cap-depth';

const count = (html: string, tag: string) => html.split(`<${tag}>`).length - 1;

describe('capDepth', () => {
  it.each([
    ['an ordinary page', '<html><body><p class="a">نص<br>ثان</p><img src="x"></body></html>'],
    ['text that looks like tags', '<p>5 < 6 و 7 > 3</p><script>if (a<b) "<div>"</script>'],
    ['many paragraphs that nobody closes', '<p>فقرة'.repeat(500)],
    ['many items that nobody closes', `<ul>${'<li>بند'.repeat(500)}</ul>`],
    ['many cells that nobody closes', `<table>${'<tr><td>خلية<td>ثانية'.repeat(300)}</table>`],
  ])('%s stays as it is', (_, html) => {
    expect(capDepth(html)).toBe(html);
  });

  it('takes out the tags that are too deep, both ends, and leaves their text', () => {
    const deep = MOST_DEEP + 50;
    const capped = capDepth(`${'<div>'.repeat(deep)}نص${'</div>'.repeat(deep)}<p>بعد</p>`);
    expect(count(capped, 'div')).toBe(MOST_DEEP);
    expect(capped.endsWith(`نص${'</div>'.repeat(MOST_DEEP)}<p>بعد</p>`)).toBe(true);
  });
});
