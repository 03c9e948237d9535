import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { IMAGE_HOSTS } from './lib/blog/image-hosts.ts';
import { BLOG_ORIGIN } from './lib/blog/site.ts';

const POLYFILL = fileURLToPath(import.meta.resolve('@wxt-dev/webextension-polyfill/browser'));
const PAGE_CONTEXT = fileURLToPath(import.meta.resolve('./lib/page/context.ts'));

/** What of the image hosts may be asked for; permissions are of whole servers. */
const IMAGE_SOURCES = IMAGE_HOSTS.map(({ name, path }) => `https://${name}${path}`);

const MAINS = {
  list: resolve(import.meta.dirname, 'components/list/main.tsx'),
  options: resolve(import.meta.dirname, 'entrypoints/options/main.tsx'),
  reader: resolve(import.meta.dirname, 'entrypoints/reader/main.tsx'),
};

/** The oldest browsers that it runs in: the first with `URL.parse`, and with the declaration of what data is collected. */
const CHROME = 126;
const FIREFOX = 142;

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  manifestVersion: 3,
  i18n: { localesDir: resolve(import.meta.dirname, 'lib/locales') },
  autoIcons: { baseIconPath: 'public/icon.svg', sizes: [128, 96, 64, 48, 32, 16], developmentIndicator: false },
  vite: () => ({
    plugins: [
      preact(),
      withoutInnerHtml(),
      withoutPolicyInDevelopment(),
      withoutCommonJs(),
      withStandIns(),
      withFewFilesAtStart(),
      withEarlyRequests(),
    ],
    // Dexie's package leads to its ES5 build, which is a tenth larger.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: {
      target: [`chrome${CHROME}`, `firefox${FIREFOX}`],
      // Every file is on the reader's own disk: only what a page begins with is worth to be asked for early.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      // It makes what runs in the blog's pages a fiftieth smaller than Vite's own minifier does.
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
    },
  }),
  zip: { includeSources: ['**/*', '.github/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    action: {
      default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
      // Else the button, and the badge with it, would be behind the puzzle piece.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    // Offscreen: Chrome's service worker has no DOM to read the blog's answers with.
    permissions: ['storage', 'alarms', 'contextMenus', ...(browser === 'chrome' ? ['offscreen'] : [])],
    optional_permissions: ['notifications'],
    // The browser itself sees to it that nobody is asked but the blog and its part of the image hosts, and no other host that
    // they send on to.
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; frame-src 'self'; connect-src 'self' ${[BLOG_ORIGIN, ...IMAGE_SOURCES].join(' ')}`,
    },
    host_permissions: [`${BLOG_ORIGIN}/*`],
    // Only for pictures that neither the blog itself serves nor their host to everybody.
    optional_host_permissions: IMAGE_HOSTS.filter(({ isOpen }) => !isOpen).map(({ name }) => `https://${name}/*`),
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+N' } },
      'open-library': { description: '__MSG_commands_library__', suggested_key: { default: 'Alt+Shift+L' } },
      'check-now': { description: '__MSG_commands_check__' },
      'save-page': { description: '__MSG_commands_save__', suggested_key: { default: 'Alt+Shift+S' } },
    },
    ...(browser === 'chrome' && { minimum_chrome_version: `${CHROME}` }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'liner-notes@liner-notes.example',
          strict_min_version: `${FIREFOX}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});

/** What writes HTML in the packages that are bundled, by the file that does it, and what is done instead. */
const INNER_HTML: ReadonlyArray<readonly [file: RegExp, assignment: RegExp, instead: string]> = [
  // What would be HTML becomes text.
  [/\/preact\/dist\/preact\.m?js$/, /\.innerHTML\s*=(?!=)/g, '.textContent='],
  // DOMPurify does so where there is no DOMParser, which every browser has that this runs in: it would find nothing to sanitise.
  [/\/dompurify\/dist\/purify\.es\.mjs$/, /\.innerHTML\s*=(?!=)/g, '.textContent='],
  // Highlight.js would do so in a page that it highlights by itself, which nobody asks it to.
  [/\/highlight\.js\/lib\/core\.js$/, /\.innerHTML\s*=(?!=)/g, '.textContent='],
  // It only does so where it begins again, or finds `noscript`: neither comes about here, and to fail is to find nothing.
  [/\/readability\/Readability\.js$/, /\w+\.innerHTML = [^;]+;/g, "throw new Error('No HTML is made of a string.');"],
];

/** No HTML is ever made of a string here, and the stores' linters see it. */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform(code, id) {
      const [, assignment, instead] = INNER_HTML.find(([file]) => file.test(id)) ?? [];
      if (!assignment || instead === undefined) return undefined;
      const safe = code.replace(assignment, instead);
      if (safe === code) throw new Error(`${id} no longer assigns innerHTML: remove it from this plugin.`);
      return safe;
    },
  };
}

/** Of all that is in the build only the core of highlight.js is CommonJS, for which every page would load what deals with that. */
function withoutCommonJs(): Plugin {
  return {
    name: 'without-common-js',
    transform(code, id) {
      if (!/\/highlight\.js\/lib\/core\.js$/.test(id)) return undefined;
      const module = code.replace(/^module\.exports = (\w+);$/m, 'export default $1;');
      if (module === code) throw new Error('highlight.js exports its core in another way: adapt this plugin.');
      return module;
    },
  };
}

/** While it is developed the reader page loads from a server, which its own policy forbids. */
function withoutPolicyInDevelopment(): Plugin {
  return {
    name: 'without-policy-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/**
 * The browsers' API as the background needs it, whose listeners answer with promises; pages and content scripts only ask, which
 * both browsers answer with promises. And a content script has a context of its own there.
 */
function withStandIns(): Plugin {
  let standIns = new Map<string, string>();
  return {
    name: 'with-stand-ins',
    enforce: 'pre',
    configResolved({ build }) {
      const entry = JSON.stringify(build.lib || '');
      if (entry.includes('background')) standIns = new Map([['wxt/browser', POLYFILL]]);
      if (entry.includes('.content')) standIns = new Map([['wxt/utils/content-script-context', PAGE_CONTEXT]]);
    },
    resolveId: (id) => standIns.get(id),
  };
}

/**
 * Where a script runs before the page is drawn, what the page begins with is asked for before that script: the browser reads no
 * further until it has run. The styles are asked for first and used after it, since a script waits for the styles above it.
 */
function withEarlyRequests(): Plugin {
  return {
    name: 'with-early-requests',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const [early, path] = /\s*<script src="([^"]+)"><\/script>/.exec(html) ?? [];
        const [modules] = /\s*<script type="module"/.exec(html) ?? [];
        const styles = html.match(/\s*<link rel="stylesheet"[^>]*>/g) ?? [];
        const [style] = styles;
        if (!early) return html;
        if (!modules || !style) throw new Error(`Nothing is asked for before ${path} runs.`);
        const asked = styles.map((style) => style.replace('rel="stylesheet"', 'rel="preload" as="style"'));
        return html
          .replace(early, '')
          .replace(modules, `\n    <link rel="preload" as="script" href="${path}">${modules}`)
          .replace(style, [...asked, early, style].join(''));
      },
    },
  };
}

/** What chunks are made from: of each module, those that it imports from the start, and later. */
interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

/**
 * What pages wait for are few files, and small ones: what the reader begins with and others need at some time, and what else the
 * reading list begins with, which is mostly the library's.
 */
function withFewFilesAtStart(): Plugin {
  let files: ReadonlyMap<string, string> | undefined;
  const name = (id: string, modules: Modules) => {
    files ??= filesAtStart(modules);
    // What a page does itself stays with it.
    return id.includes('/entrypoints/') ? null : (files.get(id) ?? null);
  };
  const output = { codeSplitting: { groups: [{ name }] } };
  return {
    name: 'with-few-files-at-start',
    config: ({ build }) => (build?.lib ? undefined : { build: { rolldownOptions: { output } } }),
    // WXT's own plugins, of which there are none, would be a file of every page.
    resolveId: {
      order: 'pre',
      handler: (id, importer) => (id === 'virtual:wxt-html-plugins' ? `\0no plugins of ${importer}.js` : undefined),
    },
    load: (id) => (id.startsWith('\0no plugins of') ? '' : undefined),
    // The only package that is no ES module: what it would need to be one is a file as well.
    transform: (code, id) => (id.includes('/superlock/src/') ? asEsModule(code) : undefined),
  };
}

function asEsModule(code: string): string {
  return code
    .replace(/^const (\w+) = require\('([^']+)'\)/gm, "import $1 from '$2.js'")
    .replace(/^module\.exports = (?=\{)/gm, 'export ')
    .replace(/^module\.exports =/gm, 'export default');
}

function filesAtStart(modules: Modules): ReadonlyMap<string, string> {
  const importedBy = (id: string) => modules.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id: string) => [...importedBy(id), ...(modules.getModuleInfo(id)?.dynamicallyImportedIds ?? [])];
  const ofOthers = reachableFrom([MAINS.list, MAINS.options], loadedBy);
  const core = [...reachableFrom([MAINS.reader], importedBy)].filter((id) => ofOthers.has(id));
  const ofList = [...reachableFrom([MAINS.list], importedBy)];
  return new Map([...ofList.map((id) => [id, 'list'] as const), ...core.map((id) => [id, 'core'] as const)]);
}

function reachableFrom(mains: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(mains);
  for (const id of reached) for (const imported of next(id)) reached.add(imported);
  return reached;
}
