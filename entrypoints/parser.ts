import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { LinerNotesError } from '../lib/errors.ts';
import { requireExtensionPage } from '../lib/message-guard.ts';
import { onMessage } from '../lib/messages.ts';
import { parseSource } from '../lib/parse/parsed.ts';
import { parsePostPage } from '../lib/parse/post-page.ts';
import { sanitizeSvg } from '../lib/sanitize.ts';

/** What the page does that reads what the blog has answered: built alone, since it shares next to nothing with the others. */
export default defineUnlistedScript(() => {
  onMessage('parse', ({ data: { source, text }, sender }) => {
    requireExtensionPage(sender);
    try {
      return parseSource(source, text);
    } catch (error) {
      // Messages carry no classes: no posts is what the background takes for unreadable.
      if (error instanceof LinerNotesError) return { posts: [], count: 0 };
      throw error;
    }
  });

  onMessage('sanitizeSvg', ({ data: svg, sender }) => {
    requireExtensionPage(sender);
    return sanitizeSvg(svg);
  });

  onMessage('parsePost', ({ data: { address, text }, sender }) => {
    requireExtensionPage(sender);
    return parsePostPage(address, text);
  });
});
