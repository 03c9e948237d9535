import { made, parseHtml } from './dom.ts';

/** Outer ones first: what they hold goes with them. */
const RENDERED = `.katex-display, .katex, mjx-container, .MathJax_Display, .MathJax_SVG_Display, .MathJax_SVG, .MathJax_CHTML,
  .MathJax`;
const IMAGES = 'img.latex, img[src*="latex.php"], img[class*="quicklatex"], img[class*="ql-img"]';
const DISPLAY = '.katex-display, .MathJax_Display, .MathJax_SVG_Display, [display="true"], [display="block"]';

/** Makes formulas MathML, or where there is none LaTeX as code, of what scripts have made of them or were going to. */
export function settleMath(text: Element): void {
  for (const preview of text.querySelectorAll('.MathJax_Preview')) preview.remove();
  for (const rendered of text.querySelectorAll(RENDERED)) if (text.contains(rendered)) settleRendered(rendered);
  for (const script of text.querySelectorAll('script[type^="math/tex"]')) {
    script.replaceWith(latexOf(script, script.textContent, /display/.test(script.getAttribute('type') ?? '')));
  }
  for (const image of text.querySelectorAll(IMAGES)) {
    const latex = image.getAttribute('alt')?.trim();
    if (latex) image.replaceWith(latexOf(image, latex, false));
  }
}

function settleRendered(rendered: Element): void {
  const source = rendered.nextElementSibling?.matches('script[type^="math/tex"]') ? rendered.nextElementSibling : null;
  const isDisplay = rendered.matches(DISPLAY);
  const math = mathOf(rendered);
  const latex = rendered.querySelector('annotation')?.textContent ?? source?.textContent ?? rendered.textContent;
  if (math && isDisplay) math.setAttribute('display', 'block');
  rendered.replaceWith(math ?? latexOf(rendered, latex, isDisplay));
  source?.remove();
}

function mathOf(rendered: Element): Element | null {
  const within = rendered.querySelector('math');
  if (within) return within;
  const held =
    rendered.getAttribute('data-mathml') ?? rendered.querySelector('[data-mathml]')?.getAttribute('data-mathml');
  return held ? parseHtml(held).querySelector('math') : null;
}

function latexOf({ ownerDocument: page }: Element, latex: string, isDisplay: boolean): Element {
  const code = made(page, 'code', { class: 'language-latex' }, latex.trim());
  if (!isDisplay) return code;
  const block = page.createElement('pre');
  block.append(code);
  return block;
}
