/** Has what is ours be light or dark as the page is, also when that changes. */
export function followScheme(host: HTMLElement, stop: AbortSignal): void {
  const follow = () => {
    host.style.colorScheme = schemeOfPage();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal: stop });
  follow();
}

/** Whether the page is light or dark, by what stands behind its text: it may be dark whatever the system wants. */
function schemeOfPage(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    const { backgroundColor } = getComputedStyle(element);
    const [red = 0, green = 0, blue = 0, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha > 0 && backgroundColor.startsWith('rgb')) return red + 2 * green + blue < 512 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark = colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
  return isDark ? 'dark' : 'light';
}
