import { HEADINGS, LISTS, PARAGRAPHS, SUBHEADINGS } from '../replica/article-prose.ts';

/** A picture that a test keeps for a copy: it is drawn in this size. */
export interface SamplePicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

const HOST = 'https://images.ctfassets.net/p762jor363g1';

export const FEATURE: SamplePicture = { address: `${HOST}/0/hero.png`, width: 1200, height: 630 };
export const FIGURES: readonly SamplePicture[] = [
  { address: `${HOST}/1/wide.png`, width: 1600, height: 700 },
  { address: `${HOST}/2/square.png`, width: 500, height: 500 },
  { address: `${HOST}/3/tall.png`, width: 600, height: 900 },
  { address: `${HOST}/4/sign.png`, width: 24, height: 24 },
];
/** It is not kept. */
export const LOST: SamplePicture = { address: `${HOST}/5/lost.png`, width: 800, height: 400 };

const SPECIALS: readonly string[] = [
  `<p>First things first: a <strong>strong</strong> word, an <em>emphasised</em> one, some <code>inline_code()</code>, a
    key <kbd>Ctrl</kbd>, H<sub>2</sub>O and a <a href="https://example.com/elsewhere">link to elsewhere</a>. As one of us has
    put it<sup><a href="#fn-1" id="fnref-1">1</a></sup>, everything takes longer<sup id="fnref-2"><a href="#fn-2">2</a></sup>.</p>
  <figure><img src="${FIGURES[0]?.address}" alt="Boxes and arrows between services" width="1600" height="700">
    <figcaption>Figure 1: how a request travels through the system, with everything that can go wrong on its way.</figcaption></figure>`,
  `<pre><code class="language-python">def has_effect(control, treatment, alpha=0.05):
    """Whether the difference between two groups is more than chance."""
    estimate = treatment.mean() - control.mean()
    low, high = interval(estimate, alpha)  # of the difference, with a very long comment that goes beyond any width of a line there is
    return not (low &lt;= 0 &lt;= high)</code></pre>
  <p>In other words, and in another language:</p>
  <pre><code class="language-typescript">const cards = await Promise.all(posts.map(async (post) => ({ ...post, seen: await store.has(post.id) })));
if (cards.length &lt; 1 &amp;&amp; retries > 0) throw new Error('nothing to show');</code></pre>
  <pre><code>$ no language here
&lt;b&gt;and no markup&lt;/b&gt;</code></pre>`,
  `<table><caption>What each variant did</caption><thead><tr><th>Variant</th><th>Users</th><th>Effect</th><th>Confidence</th>
    <th>First seen</th><th>Decision of the team</th></tr></thead><tbody>
    <tr><td>Control</td><td>50,210</td><td>—</td><td>—</td><td>2025-01-07</td><td>keep</td></tr>
    <tr><td>Nudge</td><td>50,198</td><td>+0.4 %</td><td>95 %</td><td>2025-02-11</td><td>keep looking</td></tr>
    <tr><td>Shove</td><td>50,304</td><td>−1.2 %</td><td>99 %</td><td>2025-03-04</td><td>stop at once</td></tr></tbody></table>
  <blockquote><p>An average is what nobody has experienced.</p><p>— <cite>A colleague, on an escalator</cite></p></blockquote>`,
  `<figure><img src="${FIGURES[1]?.address}" alt="A square diagram" width="500" height="500">
    <figcaption><em>Figure 2: sessions a week.</em></figcaption></figure>
  <ol start="3" type="a"><li>Write down what you expect</li><li>Change one thing<ul><li>only one</li><li>really</li></ul></li><li>Look</li></ol>
  <dl><dt>Guardrail</dt><dd>A number that must not get worse.</dd><dt>Runbook</dt><dd>What to do when it does.</dd></dl>`,
  `<p>The sum of it<sup><a href="#fn-3" id="fnref-3">3</a></sup> is</p>
  <math display="block"><semantics><mrow><mover accent="true"><mi>τ</mi><mo>^</mo></mover><mo>=</mo><mfrac><mn>1</mn><mi>n</mi></mfrac>
    <munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mo>(</mo><msub><mi>y</mi><mi>i</mi></msub><mo>−</mo><mover accent="true"><mi>y</mi><mo>¯</mo></mover><mo>)</mo></mrow>
    <annotation encoding="application/x-tex">\\hat{\\tau} = \\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\bar{y})</annotation></semantics></math>
  <figure><img src="${LOST.address}" alt="The same data with the outliers left in" width="800" height="400">
    <figcaption>Figure 3: outliers.</figcaption></figure>
  <p>A sign in the text <img src="${FIGURES[3]?.address}" alt="(star)" width="24" height="24"> is no figure.</p>
  <p><a class="embed" data-kind="video" href="https://www.youtube.com/watch?v=abc">Video: how we did it</a></p>`,
  `<details><summary>All the settings</summary><p>There are more of them than anybody has counted.</p></details>
  <figure><img src="${FIGURES[2]?.address}" alt="A tall diagram of three queues" width="600" height="900"><figcaption>Figure 4: three queues.</figcaption></figure>`,
];

const NOTES = `<hr><h2>Notes</h2><ol>
  <li id="fn-1"><p>In a <em>meeting</em>, which took longer. <a href="#fnref-1">↩</a></p></li>
  <li id="fn-2">Even when one takes this into account. <a href="#fnref-2">↩</a></li>
  <li id="fn-3">See <a href="https://example.com/tau">the derivation</a>. <a href="#fnref-3">↩</a></li></ol>`;

/** An article with everything in it that an article can have, and at least 3,000 words. */
export function richArticle(): string {
  const sections = HEADINGS.map((heading, index) => sectionOf(heading, index));
  return `${sections.join('\n')}${NOTES}`;
}

export function wordsIn(html: string): number {
  return html
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/).length;
}

function sectionOf(heading: string, index: number): string {
  const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  const [list = []] = LISTS.slice(index % LISTS.length);
  const items = list.map((item) => `<li>${item}</li>`).join('');
  return `<h2>${heading}</h2>${paragraphs.slice(0, 3).join('')}${SPECIALS[index] ?? ''}${paragraphs.slice(3).join('')}
    <h3>${SUBHEADINGS[index % SUBHEADINGS.length]}</h3><ul>${items}</ul>${[...paragraphs].reverse().join('')}`;
}
